package dev.oddkit.observability;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What a room tells {@code /actuator/observability}. It never carries a secret.
 *
 * @param room the name of the room
 * @param settings the properties that decide, each with the value that counts while
 * nobody sets it
 * @param state what the room has seen so far, computed when somebody looks
 */
public record RoomReport(String room, Map<String, String> settings, Supplier<Map<String, ?>> state) {

	/**
	 * Create a report without settings.
	 * @param room the name of the room
	 */
	public RoomReport(String room) {
		this(room, Map.of(), Map::of);
	}

	/**
	 * Return this report with one setting more.
	 * @param key the property
	 * @param unset the value that counts while nobody sets it, or {@code null} for none
	 * @return a new report
	 */
	public RoomReport with(String key, @Nullable Object unset) {
		Map<String, String> more = new LinkedHashMap<>(this.settings);
		more.put(key, (unset != null) ? unset.toString() : "");
		return new RoomReport(this.room, more, this.state);
	}

	/**
	 * Return this report with a state.
	 * @param state what the room has seen so far, computed when somebody looks
	 * @return a new report
	 */
	public RoomReport with(Supplier<Map<String, ?>> state) {
		return new RoomReport(this.room, this.settings, state);
	}

}
