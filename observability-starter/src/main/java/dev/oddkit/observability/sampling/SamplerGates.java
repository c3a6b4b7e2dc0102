package dev.oddkit.observability.sampling;

import java.util.List;
import java.util.Map;

import dev.oddkit.observability.PropertyOrigin;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/**
 * Builds the gates around the sampler of the user's, else around the configured one. A
 * user's sampler replaces the ratio only.
 */
class SamplerGates implements AutoConfigurationCustomizerProvider {

	private static final Logger logger = LoggerFactory.getLogger(SamplerGates.class);

	private static final String BOOT_SAMPLER = "otelSampler";

	/**
	 * What a sampler bean makes pointless.
	 */
	private static final String[] CHOICES = { "observability.sampling.ratio", "management.tracing.sampling.probability",
			"management.opentelemetry.tracing.sampler" };

	private final SamplingProperties properties;

	private final ObjectProvider<NoisePaths> noise;

	private final ListableBeanFactory beans;

	private final Environment environment;

	private volatile @Nullable GatedSampler sampler;

	SamplerGates(SamplingProperties properties, ObjectProvider<NoisePaths> noise, ListableBeanFactory beans,
			Environment environment) {
		this.properties = properties;
		this.noise = noise;
		this.beans = beans;
		this.environment = environment;
	}

	@Override
	public void customize(AutoConfigurationCustomizer customizer) {
		customizer.addSamplerCustomizer((configured, config) -> gate(configured));
	}

	private Sampler gate(Sampler configured) {
		List<NoisePaths> noisy = this.noise.orderedStream().toList();
		GatedSampler gated = new GatedSampler(userSamplerOr(configured), (path) -> isNoise(path, noisy),
				new TraceCeiling(this.properties.maxTracesPerSecond(), System::nanoTime));
		this.sampler = gated;
		return gated;
	}

	/**
	 * Each new trace asks, so no stream.
	 */
	private static boolean isNoise(String path, List<NoisePaths> noisy) {
		for (NoisePaths paths : noisy) {
			if (paths.test(path)) {
				return true;
			}
		}
		return false;
	}

	private Sampler userSamplerOr(Sampler configured) {
		for (String name : this.beans.getBeanNamesForType(Sampler.class)) {
			if (!BOOT_SAMPLER.equals(name)) {
				nameChoices(name);
				return this.beans.getBean(name, Sampler.class);
			}
		}
		return configured;
	}

	private void nameChoices(String bean) {
		for (String choice : CHOICES) {
			if (this.environment.containsProperty(choice)) {
				logger.warn("{} has no effect: the Sampler bean {} decides",
						PropertyOrigin.describe(this.environment, choice), bean);
			}
		}
	}

	Map<String, ?> state() {
		GatedSampler gated = this.sampler;
		return (gated != null) ? Map.of("sampler", gated.getDescription(), "dropped", gated.dropped()) : Map.of();
	}

}
