package dev.oddkit.observability.cardinality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.oddkit.observability.cardinality.core.KeyRule.Admission;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the guard learned, as a file to adopt.
 */
@ExtendWith(OutputCaptureExtension.class)
class SuggestionTests {

	private final Guards guards = new Guards();

	private final MeterRegistry registry = this.guards.guard(new SimpleMeterRegistry());

	private final Offenders offenders = new Offenders(this.guards.registries, this.guards.instruments,
			this.guards.budget);

	@TempDir
	Path folder;

	@Test
	void aSuggestionRaisesFewValuesAndDeniesMany() throws IOException {
		for (int i = 0; i < 5_000; i++) {
			this.registry.counter("orders", "customer", "c" + i).increment();
			this.registry.counter("orders", "shop", "s" + i % 150).increment();
			this.registry.counter("calls", "uri", "/orders/" + i).increment();
		}
		Path file = this.folder.resolve("suggested.yaml");
		new Suggestion(file.toString(), this.offenders).write();
		assertThat(Files.readString(file)).contains("denied-keys: \"customer\"", "max-values-per-key: 1",
				"- keys: \"uri\"\n        shape: path");
	}

	@Test
	void aSuggestionIsAConfigurationThatFits() throws IOException {
		for (int i = 0; i < 5_000; i++) {
			this.registry.counter("orders", "customer", "c" + i).increment();
			this.registry.counter("orders", "shop", "s" + i % 150).increment();
			this.registry.counter("orders", "device", "d" + i).increment();
			this.registry.counter("calls", "uri", "/orders/" + i).increment();
		}
		Path file = this.folder.resolve("suggested.yaml");
		new Suggestion(file.toString(), this.offenders).write();
		PropertyRules adopted = new PropertyRules(new Binder(ConfigurationPropertySources
			.from(new YamlPropertySourceLoader().load("suggested", new FileSystemResource(file))))
			.bind("observability.cardinality", CardinalityProperties.class)
			.get());
		assertThat(adopted.key("orders", "customer").admission()).isEqualTo(Admission.NEVER);
		assertThat(adopted.key("orders", "device").admission()).isEqualTo(Admission.NEVER);
		assertThat(adopted.key("orders", "shop").hardValues()).isGreaterThanOrEqualTo(150);
		assertThat(adopted.key("calls", "uri").placeholders().apply("/orders/17")).isEqualTo("/orders/{id}");
	}

	@Test
	void aFileThatCannotBeWrittenIsNamedOnce(CapturedOutput output) {
		Guards.flood((user) -> this.registry.counter("orders", "user", user).increment());
		Suggestion suggestion = new Suggestion(this.folder.resolve("missing/suggested.yaml").toString(),
				this.offenders);
		suggestion.write();
		suggestion.write();
		assertThat(output.getOut().lines().filter((line) -> line.contains("observability.cardinality.suggestion-file")))
			.hasSize(1);
	}

}
