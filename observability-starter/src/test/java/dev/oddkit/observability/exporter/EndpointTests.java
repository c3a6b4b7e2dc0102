package dev.oddkit.observability.exporter;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the SDK is told, depending on what people write.
 */
class EndpointTests {

	private final Map<String, String> set = new HashMap<>();

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			# for all signals                        , protocol      , the SDK's endpoint              , and protocol
			collector                                , -             , http://collector:4318           , http/protobuf
			collector                                , grpc          , http://collector:4317           , grpc
			collector:4317                           , -             , http://collector:4317           , grpc
			collector:4318                           , -             , http://collector:4318           , http/protobuf
			collector:4318/                          , -             , http://collector:4318           , http/protobuf
			http://collector:4317/                   , -             , http://collector:4317           , grpc
			http://collector:4317                    , HTTP_PROTOBUF , http://collector:4317           , http/protobuf
			http://collector:4318/v1/traces          , -             , http://collector:4318           , http/protobuf
			http://collector:4317/v1/traces          , -             , http://collector:4317           , grpc
			https://otlp.example.com/otlp/v1/metrics/, -             , https://otlp.example.com/otlp   , http/protobuf
			https://otlp.example.com                 , -             , https://otlp.example.com        , http/protobuf
			otlp.example.com:443                     , -             , https://otlp.example.com:443    , http/protobuf
			HTTP://[::1]:4317                        , -             , http://[::1]:4317               , grpc
			""")
	void endpointOfAllSignalsIsUnderstood(String endpoint, String protocol, String sdkEndpoint, String sdkProtocol) {
		set("observability.exporter.endpoint", endpoint);
		set("observability.exporter.protocol", protocol);
		assertThat(mapped("otel.exporter.otlp.endpoint")).isEqualTo(sdkEndpoint);
		assertThat(mapped("otel.exporter.otlp.protocol")).isEqualTo(sdkProtocol);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			collector                          , -    , http://collector:4318/v1/traces , http/protobuf
			collector:4317                     , -    , http://collector:4317           , grpc
			http://collector:4318              , -    , http://collector:4318/v1/traces , http/protobuf
			http://collector:4318/             , -    , http://collector:4318/v1/traces , http/protobuf
			http://collector:4318/v1/traces/   , -    , http://collector:4318/v1/traces , http/protobuf
			http://collector:4318/v1/traces    , grpc , http://collector:4318           , grpc
			https://example.com/api/v0.2/traces, -    , https://example.com/api/v0.2/traces, http/protobuf
			""")
	void endpointOfOneSignalIsUnderstood(String endpoint, String protocol, String sdkEndpoint, String sdkProtocol) {
		set("observability.exporter.endpoint", "http://other:4317");
		set("observability.exporter.traces.endpoint", endpoint);
		set("observability.exporter.traces.protocol", protocol);
		assertThat(mapped("otel.exporter.otlp.traces.endpoint")).isEqualTo(sdkEndpoint);
		assertThat(mapped("otel.exporter.otlp.traces.protocol")).isEqualTo(sdkProtocol);
	}

	@ParameterizedTest
	@ValueSource(strings = { "the collector", "grpc://collector:4317", "http//collector", "http://", "collector:port",
			"collector:70000", "http://collector:4318?token=1", "http://a b" })
	void nonsenseIsNoEndpoint(String endpoint) {
		assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.of(endpoint));
	}

	@Test
	void emptyEndpointIsNone() {
		set("observability.exporter.endpoint", "");
		set("management.opentelemetry.tracing.export.otlp.endpoint", "http://boot:4000/v1/traces");
		assertThat(mapped("otel.exporter.otlp.endpoint")).isNull();
		assertThat(mapped("otel.exporter.otlp.traces.endpoint")).isEqualTo("http://boot:4000/v1/traces");
	}

	@Test
	void portOfTheSdksOwnEndpointChoosesTheProtocolToo() {
		set("otel.exporter.otlp.endpoint", "http://theirs:4317");
		set("observability.exporter.endpoint", "http://ours:4318");
		assertThat(mapped("otel.exporter.otlp.protocol")).isEqualTo("grpc");
	}

	@Test
	void settingsOfSpringBootCountWhileNobodySetOurs() {
		String boot = "management.opentelemetry.tracing.export.otlp.";
		set(boot + "endpoint", "http://boot:4000");
		set(boot + "transport", "grpc");
		set(boot + "compression", "none");
		set(boot + "timeout", "3s");
		assertThat(mapped("otel.exporter.otlp.traces.endpoint")).isEqualTo("http://boot:4000");
		assertThat(mapped("otel.exporter.otlp.traces.protocol")).isEqualTo("grpc");
		assertThat(mapped("otel.exporter.otlp.traces.compression")).isEqualTo("none");
		assertThat(mapped("otel.exporter.otlp.traces.timeout")).isEqualTo("3000ms");
		set("observability.exporter.endpoint", "http://ours:4318");
		set("observability.exporter.compression", "GZIP");
		assertThat(mapped("otel.exporter.otlp.traces.endpoint")).isNull();
		assertThat(mapped("otel.exporter.otlp.traces.compression")).isNull();
		assertThat(mapped("otel.exporter.otlp.compression")).isEqualTo("gzip");
	}

	@Test
	void waysMayBeAListAndBootsSwitchesCount() {
		set("observability.exporter.traces.to[0]", "OTLP");
		set("observability.exporter.traces.to[1]", "console");
		set("management.logging.export.otlp.enabled", "false");
		assertThat(mapped("otel.traces.exporter")).isEqualTo("otlp,console");
		assertThat(mapped("otel.logs.exporter")).isEqualTo("none");
	}

	private void set(String property, String value) {
		if (value != null) {
			this.set.put(property, value);
		}
	}

	private Object mapped(String property) {
		return new ExporterPropertyMapping().rules().get(property).value(this.set::get);
	}

}
