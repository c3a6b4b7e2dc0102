package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's configuration for one that asks it for senders.
 *
 * @param config the SDK's configuration
 * @param senders where senders are found
 */
record SenderConfig(ConfigProperties config, ComponentLoader senders) implements ConfigProperties {

	@Override
	public ComponentLoader getComponentLoader() {
		ComponentLoader others = this.config.getComponentLoader();
		return new ComponentLoader() {

			@Override
			public <T> Iterable<T> load(Class<T> spi) {
				boolean sender = spi == HttpSenderProvider.class || spi == GrpcSenderProvider.class;
				return (sender ? SenderConfig.this.senders : others).load(spi);
			}

		};
	}

	@Override
	public @Nullable String getString(String name) {
		return this.config.getString(name);
	}

	@Override
	public @Nullable Boolean getBoolean(String name) {
		return this.config.getBoolean(name);
	}

	@Override
	public @Nullable Integer getInt(String name) {
		return this.config.getInt(name);
	}

	@Override
	public @Nullable Long getLong(String name) {
		return this.config.getLong(name);
	}

	@Override
	public @Nullable Double getDouble(String name) {
		return this.config.getDouble(name);
	}

	@Override
	public @Nullable Duration getDuration(String name) {
		return this.config.getDuration(name);
	}

	@Override
	public List<String> getList(String name) {
		return this.config.getList(name);
	}

	@Override
	public Map<String, String> getMap(String name) {
		return this.config.getMap(name);
	}

}
