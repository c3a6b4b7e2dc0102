package dev.oddkit.stack.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the real Collector says of the configurations; needs {@code otelcol} on the path.
 */
class ValidatedByCollectorTests {

	@TempDir
	Path folder;

	static Stream<CollectorVariant> variants() {
		return CollectorVariant.all().filter(CollectorVariant::canBeBuilt);
	}

	@ParameterizedTest
	@MethodSource("variants")
	void isAccepted(CollectorVariant variant) throws Exception {
		Path headers = Files.writeString(this.folder.resolve("headers.yaml"), "x-api-key: none\n");
		List<String> command = new ArrayList<>(List.of(Programs.find("otelcol"), "validate"));
		variant.files().forEach((file) -> command.add("--config=" + CollectorVariant.FOLDER.resolve(file)));
		Programs.Result result = Programs.run(command, Map.of("QUEUE_DIRECTORY",
				this.folder.resolve("queue").toString(), "VENDOR_HEADERS_FILE", headers.toString()));
		assertThat(result.status()).as(result.output()).isZero();
	}

}
