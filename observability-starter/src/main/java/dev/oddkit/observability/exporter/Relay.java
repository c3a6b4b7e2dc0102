package dev.oddkit.observability.exporter;

import java.util.Collection;
import java.util.function.Function;
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
	 * @param export the export of these or other items
	 * @return the outcome that the SDK hears of
	 */
	CompletableResultCode export(Collection<D> items, Function<Collection<D>, CompletableResultCode> export);

	/**
	 * Let a flush or the end happen.
	 * @param end what happens after the exports before
	 * @return the outcome
	 */
	default CompletableResultCode afterwards(Supplier<CompletableResultCode> end) {
		return end.get();
	}

	/**
	 * Only look for the exporter of the moment.
	 * @param <D> the type of the items
	 * @return a relay that does nothing
	 */
	static <D> Relay<D> direct() {
		return (items, export) -> export.apply(items);
	}

}
