package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the limits on label values and time series.
 *
 * @param enabled Whether label values are limited.
 * @param maxValuesPerKey How many values one key of one meter may have before further
 * values become "other".
 * @param softValuesPerKey How many values of a key are admitted at once; the further ones
 * up to the maximum must prove heavy.
 * @param maxSeries How many time series all meters may have, buckets counted.
 * @param maxSeriesPerMeter How many time series one meter may have, buckets counted.
 * @param maxMeters How many names of meters there may be for each of the two APIs.
 * @param maxKeysPerMeter How many keys one meter may have; further keys are left out.
 * @param maxValueLength How many characters a value may have.
 * @param deniedKeys Keys whose values never become time series. Case and the characters
 * ".", "_" and "-" make no difference.
 * @param allowedKeys Keys whose values are never folded as long as the maximum of all
 * series allows.
 * @param meters Limits of single meters, by their name.
 * @param placeholders What stands for values of a certain shape.
 * @param epoch How often places of values that stand still are looked for.
 * @param idleAfter How long the series of a value must stand still before it loses its
 * place to others.
 * @param spanAttributes Whether a folded value is put on the recording span.
 * @param suggestionFile File to which a configuration is written that fits what was seen.
 * Nothing is written while it is empty.
 */
@ConfigurationProperties("observability.cardinality")
record CardinalityProperties(@DefaultValue("true") boolean enabled, @DefaultValue("100") int maxValuesPerKey,
		@Nullable Integer softValuesPerKey, @DefaultValue("2000") int maxSeriesPerMeter,
		@DefaultValue("20000") int maxSeries, @DefaultValue("1000") int maxMeters,
		@DefaultValue("16") int maxKeysPerMeter, @DefaultValue("256") int maxValueLength,
		@DefaultValue(DENIED) List<String> deniedKeys, @DefaultValue List<String> allowedKeys,
		@DefaultValue Map<String, MeterRule> meters, @DefaultValue List<PlaceholderRule> placeholders,
		@DefaultValue("30s") Duration epoch, @DefaultValue("2m") Duration idleAfter,
		@DefaultValue("true") boolean spanAttributes, @Nullable String suggestionFile) {

	private static final String DENIED = "user.id, user.name, user.email, email, enduser.id, session.id, request.id, "
			+ "correlation.id, transaction.id, message.id, trace.id, span.id, client.ip";

	CardinalityProperties {
		// The default is one string: an annotation cannot name a list
		deniedKeys = deniedKeys.stream().flatMap((keys) -> Stream.of(keys.split("\\s*,\\s*"))).toList();
	}

	int idleEpochs() {
		return (int) Math.max(1, this.idleAfter.dividedBy(this.epoch));
	}

	/**
	 * What holds for one meter.
	 *
	 * @param maxSeries How many time series the meter may have, buckets counted.
	 * @param maxValuesPerKey How many values one of its keys may have.
	 * @param deniedKeys Keys of this meter whose values never become time series.
	 * @param allowedKeys Keys of this meter whose values are never folded.
	 */
	record MeterRule(@Nullable Integer maxSeries, @Nullable Integer maxValuesPerKey,
			@DefaultValue List<String> deniedKeys, @DefaultValue List<String> allowedKeys) {

	}

	/**
	 * What stands for values of a certain shape.
	 *
	 * @param keys Keys whose values are looked at.
	 * @param shape Shape of the values that are replaced.
	 * @param pattern Regular expression of the values that are replaced, instead of a
	 * shape.
	 * @param placeholder What the value becomes; the default is the shape in braces.
	 */
	record PlaceholderRule(@DefaultValue List<String> keys, @Nullable Shape shape, @Nullable String pattern,
			@Nullable String placeholder) {

	}

	/**
	 * Shape of a value.
	 */
	enum Shape {

		/** A UUID. */
		UUID,

		/** A number. */
		NUMBER,

		/** A hash in hexadecimal digits. */
		HASH,

		/** An e-mail address. */
		EMAIL,

		/** A raw path; segments that are ids are replaced, the others stay. */
		PATH

	}

}
