package dev.oddkit.stack.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from a service to Grafana, in the order in which telemetry takes it.
 */
final class Hops {

	private Hops() {
	}

	static List<Hop> of(Walk walk) {
		walk.collector.begin();
		Traces traces = new Traces(walk);
		Metrics metrics = new Metrics(walk);
		Logs logs = new Logs(walk);
		String vendor = walk.flags.get(Flag.VENDOR);
		boolean vendorHasAll = vendor.equals("otlp") || vendor.equals("datadog");
		List<Hop> hops = new ArrayList<>();
		Exports exports = new Exports(walk);
		hops.add(new Hop("Collector", new Collector(walk)::health));
		if (walk.ofShop()) {
			hops.add(new Hop("you -> gateway -> orders -> inventory", new Order(walk)::place));
		}
		walk.scrapes().keySet().forEach((name) -> hops.add(new Hop(name + " -> Collector", exports.of(name))));
		if (walk.ofShop()) {
			hops.add(new Hop("services -> Collector", new Collector(walk)::receives));
		}
		if (vendorHasAll) {
			hops.add(new Hop("Collector -> " + vendor, new Collector(walk)::delivers));
			return hops;
		}
		if (!vendor.equals("jaeger")) {
			hops.add(new Hop("Collector -> Tempo", traces::inTempo));
		}
		if (vendor.contains("jaeger")) {
			hops.add(new Hop("Collector -> Jaeger", traces::inJaeger));
		}
		if (walk.ofShop() && vendor.equals("tempo-jaeger")) {
			hops.add(new Hop("Tempo = Jaeger", traces::sameInBoth));
		}
		hops.add(new Hop("Collector -> Loki", logs::ofTrace));
		hops.add(new Hop("Collector -> metrics", metrics::ofServices));
		hops.add(new Hop("spans -> span metrics, service graph", metrics::ofSpans));
		hops.add(new Hop("exemplar -> trace", new Exemplars(walk, traces)::lead));
		if (walk.flags.set(Flag.GRAFANA)) {
			Grafana grafana = new Grafana(walk);
			hops.add(new Hop("Grafana", grafana::health));
			hops.add(new Hop("Grafana's links", grafana::links));
			hops.add(new Hop("Grafana -> data sources", grafana::sources));
		}
		return hops;
	}

}
