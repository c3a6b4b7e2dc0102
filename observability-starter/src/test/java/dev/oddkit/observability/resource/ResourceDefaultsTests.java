package dev.oddkit.observability.resource;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.UserExporters;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.Resource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known of a service that sets no property of the room.
 */
class ResourceDefaultsTests {

	private static final String FILES = "classpath:dev/oddkit/observability/resource/";

	private static RunningShop shop;

	private static Resource resource;

	@BeforeAll
	static void start() {
		shop = new RunningShop("spring.info.build.location=" + FILES + "build-info.properties",
				"spring.info.git.location=" + FILES + "git.properties", "observability.metrics.to=otlp,prometheus",
				"spring.application.version=", "management.opentelemetry.resource-attributes.team=green",
				"management.opentelemetry.resource-attributes.tier=2",
				"otel.resource.attributes=tier=1,k8s.pod.uid=pod-1,k8s.container.name=app",
				"management.endpoints.web.exposure.include=prometheus,observability");
		resource = shop.trace(shop.getTraced("/outer"), 7).root().resource();
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void applicationAndItsBuildSayWhoItIs() {
		assertThat(resource.attributes()).containsAllEntriesOf(
				Map.of("service.name", "shop", "service.namespace", "com.example.market", "service.version", "7.8.9"));
	}

	@Test
	void applicationBeatsItsBuildAndAPropertyBeatsBoth() {
		SpringApplication application = new SpringApplication(Exporting.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run(
				"--spring.info.build.location=" + FILES + "build-info.properties",
				"--spring.application.group=com.acme", "--spring.application.version=1.0.1",
				"--spring.application.name=shop", "--observability.resource.name=till",
				"--observability.resource.instance-id=till-1")) {
			context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("work").startSpan().end();
		}
		assertThat(Exporting.EXPORTED).singleElement()
			.satisfies((span) -> assertThat(span.getResource().getAttributes().asMap())
				.containsEntry(AttributeKey.stringKey("service.namespace"), "com.acme")
				.containsEntry(AttributeKey.stringKey("service.version"), "1.0.1")
				.containsEntry(AttributeKey.stringKey("service.name"), "till")
				.containsEntry(AttributeKey.stringKey("service.instance.id"), "till-1"));
	}

	@Test
	void commitIsKnown() {
		assertThat(resource.attributes()).containsEntry("vcs.ref.head.name", "main")
			.containsEntry("vcs.ref.head.revision", "0af7651916cd43dd8448eb211c80319cb7ad6b71");
	}

	@Test
	void attributesOfSpringBootCountUnlessTheSdkHasThem() {
		assertThat(resource.attributes()).containsEntry("team", "green").containsEntry("tier", "1");
	}

	@Test
	void containerOfAPodIsTheInstance() {
		assertThat(resource.serviceInstanceId()).isEqualTo("pod-1.app");
	}

	@Test
	void allSignalsHaveTheSameResource() {
		assertThat(shop.received().awaitMetrics((metrics) -> !metrics.isEmpty(), RunningShop.SOON))
			.extracting(Metric::resource)
			.containsOnly(resource);
		assertThat(shop.received().awaitLogs((logs) -> !logs.isEmpty(), RunningShop.SOON))
			.allSatisfy((log) -> assertThat(log.resource()).isEqualTo(resource));
		String targetInfo = shop.get("/actuator/prometheus")
			.body()
			.lines()
			.filter((line) -> line.startsWith("target_info{"))
			.findFirst()
			.orElseThrow();
		assertThat(resource.attributes()).allSatisfy(
				(key, value) -> assertThat(targetInfo).contains(key.replaceAll("[.-]", "_") + "=\"" + value + "\""));
	}

	@Test
	void endpointShowsTheResourceThatCounts() {
		assertThat(shop.get("/actuator/observability/resource").body()).contains("\"service.version\":\"7.8.9\"",
				"\"service.instance.id\":\"pod-1.app\"");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Exporting {

		private static final List<SpanData> EXPORTED = new CopyOnWriteArrayList<>();

		@Bean
		SpanExporter exporter() {
			return UserExporters.ofSpans(EXPORTED::add);
		}

	}

}
