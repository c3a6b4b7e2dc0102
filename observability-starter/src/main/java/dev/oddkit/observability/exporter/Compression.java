package dev.oddkit.observability.exporter;

/**
 * How the body of an export is compressed.
 */
enum Compression {

	/**
	 * With gzip, to about a tenth.
	 */
	GZIP,

	/**
	 * Not at all.
	 */
	NONE

}
