package dev.oddkit.observability.exporter;

import java.util.Collection;
import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;

/**
 * Stands around each export of a signal.
 *
 * @param <D> the type of the items
 */
@FunctionalInterface
interface Relay<D> {

	/**
	 * Let an export happen.
	 * @param items what is exported
	 * @param export the export
	 * @return the outcome that the SDK hears of
	 */
	CompletableResultCode export(Collection<D> items, Supplier<CompletableResultCode> export);

	/**
	 * Only look for the exporter of the moment.
	 * @param <D> the type of the items
	 * @return a relay that does nothing
	 */
	static <D> Relay<D> direct() {
		return (items, export) -> export.get();
	}

}
