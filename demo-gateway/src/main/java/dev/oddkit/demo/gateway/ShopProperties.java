package dev.oddkit.demo.gateway;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the gateway finds what it needs. A trace URL without a place for the id is
 * refused at start.
 *
 * @param orders orders service
 * @param inventory inventory service
 * @param traceUrl page that shows a trace; {@code {traceId}} stands for its id
 * @param grafanaUrl Grafana whose alerts the page shows and whose dashboards it links, if
 * there is one
 * @param traffic gentle traffic
 */
@ConfigurationProperties("shop")
@Validated
public record ShopProperties(@Valid @NotNull Service orders, @Valid @NotNull Service inventory,
		@NotNull @Pattern(regexp = "https?://.*\\{traceId}.*",
				message = "must be an http(s) URL that contains {traceId}") String traceUrl,
		@Nullable URI grafanaUrl, @Valid @DefaultValue Traffic traffic) {

	/**
	 * A service that the gateway calls.
	 *
	 * @param url base URL
	 */
	public record Service(@NotNull URI url) {

	}

	/**
	 * Gentle traffic.
	 *
	 * @param interval pause between two orders
	 * @param duration time after which it stops by itself
	 */
	public record Traffic(@DefaultValue("1s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration interval,
			@DefaultValue("10m") @DurationMin(millis = 10) @DurationMax(hours = 1) Duration duration) {

	}

}
