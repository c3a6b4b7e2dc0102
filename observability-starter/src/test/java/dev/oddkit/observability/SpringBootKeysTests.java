package dev.oddkit.observability;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.jayway.jsonpath.JsonPath;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every key in the metadata of Spring Boot, and what becomes of it. A key that a later
 * version adds fails the first test until it is mapped, named or proved to work.
 */
@ExtendWith(OutputCaptureExtension.class)
class SpringBootKeysTests {

	private static final List<String> AREAS = List.of("management.tracing.", "management.opentelemetry.",
			"management.otlp.", "management.logging.export.");

	private static final Set<String> REPLACED = StarterResource.properties("spring-boot-replaced.properties").keySet();

	/**
	 * Keys that are shown by the tests of a room.
	 */
	private static final Set<String> SHOWN_ELSEWHERE = Set.of("management.opentelemetry.enabled",
			"management.opentelemetry.logging.export.otlp.headers",
			"management.opentelemetry.logging.export.otlp.ssl.bundle", "management.opentelemetry.resource-attributes",
			"management.opentelemetry.tracing.export.otlp.headers",
			"management.opentelemetry.tracing.export.otlp.ssl.bundle", "management.otlp.metrics.export.headers",
			"management.otlp.metrics.export.ssl.bundle", "management.tracing.baggage.correlation.enabled",
			"management.tracing.baggage.correlation.fields", "management.tracing.baggage.enabled",
			"management.tracing.baggage.remote-fields", "management.tracing.baggage.tag-fields",
			"management.tracing.propagation.consume", "management.tracing.propagation.produce",
			"management.tracing.propagation.type");

	@Test
	void everyKeyOfSpringBootTakesEffectOrIsNamed() throws IOException {
		Set<String> answered = new TreeSet<>(REPLACED);
		answered.addAll(SHOWN_ELSEWHERE);
		answered.addAll(tested());
		assertThat(answered).isEqualTo(keysOfSpringBoot());
	}

	@ParameterizedTest
	@CsvFileSource(resources = "spring-boot-keys.csv", delimiter = '|', numLinesToSkip = 1)
	void keyOfSpringBootSetsTheKeyThatTheSdkReads(String key, String value, String target, String expected) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(key, value)));
		new ObservabilityEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty(target)).isEqualTo(expected);
	}

	@Test
	void keysOfSpringBootReachTheSdk() {
		List<String> arguments = new ArrayList<>(List.of("--management.tracing.sampling.probability=0.25",
				"--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:1/v1/traces",
				"--management.opentelemetry.tracing.export.schedule-delay=PT7S",
				"--management.opentelemetry.tracing.export.max-batch-size=7",
				"--management.opentelemetry.tracing.limits.max-events=7",
				"--management.opentelemetry.logging.export.otlp.endpoint=http://localhost:1/v1/logs"));
		try (ConfigurableApplicationContext context = run(arguments)) {
			assertThat(context.getBean(AutoConfiguredOpenTelemetrySdk.class).getOpenTelemetrySdk().toString())
				.contains("ParentBased{root:TraceIdRatioBased{0.250000}")
				.contains("scheduleDelayNanos=7000000000, maxExportBatchSize=7,")
				.contains("maxNumberOfEvents=7,")
				.contains("OtlpHttpLogRecordExporter{endpoint=http://localhost:1/v1/logs");
		}
	}

	@Test
	void keyWithoutEffectIsNamedOnceWithItsPlaceAndWhatReplacesIt(CapturedOutput output) {
		run(List.of("--management.opentelemetry.tracing.export.include-unsampled=true",
				"--management.otlp.metrics.export.meter.orders.max-scale=3"))
			.close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("has no effect"))).hasSize(2)
			.anyMatch(
					(line) -> line.endsWith("management.opentelemetry.tracing.export.include-unsampled (command line) "
							+ "has no effect: unsampled spans never leave; raise observability.sampling.ratio"))
			.anyMatch((line) -> line.contains("management.otlp.metrics.export.meter"));
	}

	private static ConfigurableApplicationContext run(List<String> arguments) {
		SpringApplication application = new SpringApplication(FailedStart.Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run(arguments.toArray(String[]::new));
	}

	private static List<String> tested() throws IOException {
		try (InputStream table = SpringBootKeysTests.class.getResourceAsStream("spring-boot-keys.csv")) {
			return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
				.skip(1)
				.map((line) -> line.substring(0, line.indexOf('|')).trim())
				.toList();
		}
	}

	private static Set<String> keysOfSpringBoot() throws IOException {
		Set<String> keys = new TreeSet<>();
		// Only the modules of Spring Boot have keys of Spring Boot
		for (URL url : Collections.list(SpringBootKeysTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			if (url.toString().contains("/spring-boot-")) {
				keys.addAll(JsonPath.parse(url).<List<String>>read("$.properties[*].name"));
			}
		}
		keys.removeIf((key) -> AREAS.stream().noneMatch(key::startsWith));
		return keys;
	}

}
