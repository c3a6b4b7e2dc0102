package dev.oddkit.observability.cardinality;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the limits on label values.
 *
 * @param enabled whether label values are limited
 * @param maxValuesPerKey how many values one key of one meter may have before further
 * values become "other"
 */
@ConfigurationProperties("observability.cardinality")
record CardinalityProperties(@DefaultValue("true") boolean enabled, @DefaultValue("100") int maxValuesPerKey) {

}
