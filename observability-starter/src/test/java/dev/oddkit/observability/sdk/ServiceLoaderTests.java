package dev.oddkit.observability.sdk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.oddkit.observability.UserExporters;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSamplerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Extensions of OpenTelemetry in a jar that knows nothing of Spring, listed under
 * {@code META-INF/services}.
 */
class ServiceLoaderTests {

	/**
	 * The jar is on the class path of all tests.
	 */
	private static final String SWITCH = "test.jar";

	private static final List<String> SEEN = new CopyOnWriteArrayList<>();

	@Test
	void eachExtensionOfAJarTakesEffectOnce() {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run("--otel.traces.exporter=of-a-jar",
				"--otel.traces.sampler=of-a-jar", "--" + SWITCH + "=true")) {
			context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("work").startSpan().end();
		}
		assertThat(SEEN).containsExactlyInAnyOrder("sampler", "customizer work of blue", "exporter work of blue");
	}

	private static SpanExporter exporter(String who) {
		return UserExporters.ofSpans((span) -> SEEN.add(
				who + " " + span.getName() + " of " + span.getResource().getAttribute(AttributeKey.stringKey("team"))));
	}

	public static class Customizer implements AutoConfigurationCustomizerProvider {

		@Override
		public void customize(AutoConfigurationCustomizer customizer) {
			customizer.addTracerProviderCustomizer((builder, config) -> config.getBoolean(SWITCH, false)
					? builder.addSpanProcessor(SimpleSpanProcessor.create(exporter("customizer"))) : builder);
		}

	}

	public static class Exporters implements ConfigurableSpanExporterProvider {

		@Override
		public SpanExporter createExporter(ConfigProperties config) {
			return exporter("exporter");
		}

		@Override
		public String getName() {
			return "of-a-jar";
		}

	}

	public static class Samplers implements ConfigurableSamplerProvider {

		@Override
		public Sampler createSampler(ConfigProperties config) {
			SEEN.add("sampler");
			return Sampler.alwaysOn();
		}

		@Override
		public String getName() {
			return "of-a-jar";
		}

	}

	public static class Resources implements ResourceProvider {

		@Override
		public Resource createResource(ConfigProperties config) {
			return config.getBoolean(SWITCH, false) ? Resource.builder().put("team", "blue").build() : Resource.empty();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

	}

}
