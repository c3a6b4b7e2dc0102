package dev.oddkit.observability.cardinality;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Tells the notes which observation stops. It is the last handler to start and so the
 * first to stop, before its meter is recorded.
 */
class ObservationStops implements ObservationHandler<Observation.Context> {

	private final SpanNotes notes;

	ObservationStops(SpanNotes notes) {
		this.notes = notes;
	}

	@Override
	public void onStop(Observation.Context context) {
		this.notes.stops(context.getName());
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

}
