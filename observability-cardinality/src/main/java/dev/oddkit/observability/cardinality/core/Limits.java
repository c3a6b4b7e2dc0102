package dev.oddkit.observability.cardinality.core;

/**
 * How much a meter, a key and an application may have. A limit is the number that is
 * still allowed.
 *
 * @param softValues the values of a key that are admitted at once
 * @param hardValues the values of a key if the further ones prove heavy
 * @param suspectValues the values of a key up to which one that looks like an id is
 * admitted at once
 * @param valueLength the characters of a value
 * @param keysPerMeter the keys of a meter
 * @param seriesPerMeter the time series of a meter, buckets counted
 * @param series the time series of all meters, buckets counted
 * @param meters the names of meters
 */
public record Limits(int softValues, int hardValues, int suspectValues, int valueLength, int keysPerMeter,
		int seriesPerMeter, int series, int meters) {

	/**
	 * The limits that count while nobody sets any.
	 */
	public static final Limits DEFAULT = new Limits(64, 100, 16, 256, 16, 2_000, 20_000, 1_000);

	/**
	 * Return these limits with others for the values of a key.
	 * @param soft the values that are admitted at once
	 * @param hard the values if the further ones prove heavy
	 * @return new limits
	 */
	public Limits withValues(int soft, int hard) {
		return new Limits(soft, hard, Math.min(this.suspectValues, soft), this.valueLength, this.keysPerMeter,
				this.seriesPerMeter, this.series, this.meters);
	}

	/**
	 * Return these limits with others for time series.
	 * @param perMeter the series of a meter
	 * @param all the series of all meters
	 * @return new limits
	 */
	public Limits withSeries(int perMeter, int all) {
		return new Limits(this.softValues, this.hardValues, this.suspectValues, this.valueLength, this.keysPerMeter,
				perMeter, all, this.meters);
	}

}
