package dev.oddkit.observability.classpath;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose starter is switched off, next to one that never had it.
 */
class SwitchedOffIT {

	private static RunningApplication without;

	@BeforeAll
	static void start() {
		without = start("without-starter", "observability.enabled=false");
	}

	@AfterAll
	static void stop() {
		without.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "observability.enabled=false", "otel.sdk.disabled=true",
			"management.opentelemetry.enabled=false" })
	void nothingOfTheStarterIsLeft(String property) {
		try (RunningApplication off = start("servlet", property)) {
			assertThat(off.get("/greeting/Ada").statusCode()).isEqualTo(200);
			assertThat(off.get("/actuator/beans").body()).doesNotContain("dev.oddkit", "BatchSpanProcessor",
					"BatchLogRecordProcessor");
			assertThat(threads(off)).isEqualTo(threads(without));
			assertThat(settings(off)).isEqualTo(settings(without));
			assertThat(off.stop()).isEqualTo(143);
			assertThat(off.log()).doesNotContain(" d.o.o.", " i.o.", " WARN ");
			assertThat(off.received().spans()).isEmpty();
			assertThat(off.received().logs()).isEmpty();
			assertThat(off.received().metrics()).isEmpty();
		}
	}

	private static RunningApplication start(String name, String property) {
		return RunningApplication.of(name)
			.property(property)
			.property("management.endpoints.web.exposure.include=beans,env,threaddump")
			.start();
	}

	private static Set<String> threads(RunningApplication application) {
		Set<String> names = new TreeSet<>();
		Matcher matcher = Pattern.compile("\"threadName\":\"([^\"]+)\"")
			.matcher(application.get("/actuator/threaddump").body());
		while (matcher.find()) {
			names.add(matcher.group(1).replaceAll("\\d+", "n"));
		}
		return names;
	}

	private static Set<String> settings(RunningApplication application) {
		Set<String> settings = new TreeSet<>();
		for (String key : new String[] { "spring.reactor.context-propagation",
				"management.observations.annotations.enabled", "management.metrics.web.server.max-uri-tags" }) {
			settings.add(key + " " + application.get("/actuator/env/" + key).statusCode());
		}
		return settings;
	}

}
