package dev.oddkit.stack.verify;

import java.util.Locale;

/**
 * What can be set: by {@code --name=value}, else by the variable {@code VERIFY_NAME},
 * else it is what {@code deploy/compose} publishes on this machine.
 */
enum Flag {

	/** A user's service; no order is placed then. */
	SERVICE("", "look for this service instead of placing an order"),

	/** Where the shop takes orders. */
	GATEWAY("http://127.0.0.1:8080", "the shop's gateway"),

	/** Where to read what the services say of their exports. */
	SCRAPE("", "name=URL of a scrape page, comma-separated; what the services themselves say of their export"),

	/** The Collector's health check. */
	COLLECTOR_HEALTH("http://127.0.0.1:13133", "the Collector's health check"),

	/** The Collector's metrics of itself. */
	COLLECTOR_METRICS("http://127.0.0.1:8888/metrics", "the Collector's metrics of itself"),

	/** Which overlay the Collector runs with. */
	VENDOR("tempo", "the vendor overlay: tempo, jaeger, tempo-jaeger, datadog, otlp"),

	/** Tempo's API. */
	TEMPO("http://127.0.0.1:3200", "Tempo"),

	/** Jaeger's API. */
	JAEGER("http://127.0.0.1:16686", "Jaeger"),

	/** The Prometheus API of Mimir or Prometheus. */
	METRICS("http://127.0.0.1:9009/prometheus", "the Prometheus API of Mimir or Prometheus"),

	/** Loki's API. */
	LOKI("http://127.0.0.1:3100", "Loki"),

	/** Grafana. */
	GRAFANA("http://127.0.0.1:3000", "Grafana; \"none\" leaves it out"),

	/** Who may list Grafana's data sources. */
	GRAFANA_USER("admin", "a user who may list Grafana's data sources"),

	/** That user's password; better as a variable than on the command line. */
	GRAFANA_PASSWORD("", "that user's password"),

	/** How long to wait for a hop. */
	PATIENCE("90", "seconds to wait for what a hop should show");

	final String otherwise;

	final String meaning;

	Flag(String otherwise, String meaning) {
		this.otherwise = otherwise;
		this.meaning = meaning;
	}

	String flag() {
		return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String variable() {
		return "VERIFY_" + name();
	}

}
