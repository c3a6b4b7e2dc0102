package dev.oddkit.observability.sdk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.oddkit.observability.UserExporters;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Extension beans as Spring Boot documents them, without any endpoint.
 */
@ExtendWith(OutputCaptureExtension.class)
class UserBeansTests {

	private static final Recorder RECORDER = new Recorder();

	private static String started;

	private static final List<SpanData> EXPORTED = new CopyOnWriteArrayList<>();

	@BeforeAll
	static void run(CapturedOutput output) {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run("--observability.sampling.ratio=0.5")) {
			started = output.getOut();
			for (String name : List.of("work", "secret", "unsampled")) {
				context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder(name).startSpan().end();
			}
		}
	}

	@AfterAll
	static void forget() {
		EXPORTED.clear();
		RECORDER.processed.clear();
	}

	@Test
	void processorOfTheUserSeesEverySampledSpanOnce() {
		assertThat(RECORDER.processed).containsExactly("work", "secret");
	}

	@Test
	void exporterOfTheUserGetsWhatThePredicateLetsPass() {
		assertThat(EXPORTED).extracting(SpanData::getName).containsExactly("work");
	}

	@Test
	void ratioThatTheSamplerOfTheUserReplacesIsNamed() {
		assertThat(started).contains(
				"observability.sampling.ratio (command line) has no effect: the Sampler bean userSampler decides");
	}

	@Test
	void resourceOfTheUserIsMerged() {
		assertThat(EXPORTED)
			.allSatisfy((span) -> assertThat(span.getResource().getAttributes().asMap()).anySatisfy((key, value) -> {
				assertThat(key.getKey()).isEqualTo("team");
				assertThat(value).isEqualTo("blue");
			}));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

		@Bean
		SpanProcessor userProcessor() {
			return RECORDER;
		}

		@Bean
		SpanExporter userExporter() {
			return UserExporters.ofSpans(EXPORTED::add);
		}

		@Bean
		SpanExportingPredicate userPredicate() {
			return (span) -> !"secret".equals(span.getName());
		}

		@Bean
		Resource userResource() {
			return Resource.builder().put("team", "blue").build();
		}

		@Bean
		Sampler userSampler() {
			return new Sampler() {

				@Override
				public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
						Attributes attributes, List<LinkData> links) {
					return name.equals("unsampled") ? SamplingResult.drop() : SamplingResult.recordAndSample();
				}

				@Override
				public String getDescription() {
					return "by name";
				}

			};
		}

	}

	/**
	 * Keeps the names of what reaches it.
	 */
	private static final class Recorder implements SpanProcessor {

		private final List<String> processed = new CopyOnWriteArrayList<>();

		@Override
		public void onStart(Context parentContext, ReadWriteSpan span) {
		}

		@Override
		public boolean isStartRequired() {
			return false;
		}

		@Override
		public void onEnd(ReadableSpan span) {
			this.processed.add(span.getName());
		}

		@Override
		public boolean isEndRequired() {
			return true;
		}

	}

}
