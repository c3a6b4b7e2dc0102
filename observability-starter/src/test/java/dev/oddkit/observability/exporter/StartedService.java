package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * A service without a web server, configured in the ways that people do.
 *
 * @param context its context
 */
record StartedService(ConfigurableApplicationContext context) implements AutoCloseable {

	/**
	 * Start a service.
	 * @param beans a class with further beans, or {@code null}
	 * @param settings {@code --property=value} for the command line,
	 * {@code VARIABLE=value} for the environment, {@code -Dproperty=value} for a system
	 * property, {@code property: value} for application.yml
	 * @return the service
	 */
	static StartedService with(Class<?> beans, Iterable<String> settings) {
		List<String> arguments = new ArrayList<>();
		Map<String, Object> variables = new LinkedHashMap<>();
		Map<String, Object> system = new LinkedHashMap<>();
		List<String> yaml = new ArrayList<>();
		for (String setting : settings) {
			String[] parts = setting.split("=", 2);
			if (setting.startsWith("--")) {
				arguments.add(setting);
			}
			else if (setting.startsWith("-D")) {
				system.put(parts[0].substring(2), parts[1]);
			}
			else if (setting.matches("[A-Z_]+=.*")) {
				variables.put(parts[0], parts[1]);
			}
			else {
				yaml.add(setting);
			}
		}
		arguments.add("--spring.config.location=" + file(yaml));
		SpringApplication application = (beans != null) ? new SpringApplication(Service.class, beans)
				: new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setEnvironment(environment(system, variables));
		return new StartedService(application.run(arguments.toArray(String[]::new)));
	}

	static StartedService with(String... settings) {
		return with(null, List.of(settings));
	}

	private static StandardEnvironment environment(Map<String, Object> system, Map<String, Object> variables) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test-" + StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
					system));
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
		return environment;
	}

	private static Path file(List<String> yaml) {
		try {
			Path file = Files.createTempFile("application", ".yml");
			file.toFile().deleteOnExit();
			return Files.write(file, yaml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Do something that is seen as a span.
	 * @param name the name of the span
	 */
	void work(String name) {
		this.context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder(name).startSpan().end();
	}

	/**
	 * Do something for a caller who sampled the trace.
	 * @param name the name of the span
	 */
	void workOfACaller(String name) {
		SpanContext caller = SpanContext.createFromRemoteParent("00000000000000000000000000000001", "0000000000000002",
				TraceFlags.getSampled(), TraceState.getDefault());
		this.context.getBean(OpenTelemetry.class)
			.getTracer("test")
			.spanBuilder(name)
			.setParent(Context.root().with(Span.wrap(caller)))
			.startSpan()
			.end();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

	}

}
