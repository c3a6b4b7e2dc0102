package dev.oddkit.observability;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PropertyMetadataTests {

	static Stream<Map<String, Object>> properties() throws IOException {
		return Stream
			.of(JsonPath.parse(PropertyMetadataTests.class.getResource("/META-INF/spring-configuration-metadata.json"))
				.<List<Map<String, Object>>>read("$.properties"))
			.flatMap(List::stream)
			.filter((property) -> property.get("name").toString().startsWith("observability."));
	}

	@ParameterizedTest
	@MethodSource("properties")
	void everyPropertyHasATypeAndASentence(Map<String, Object> property) {
		assertThat(property).containsKey("type");
		assertThat((String) property.get("description")).as((String) property.get("name"))
			.matches("[A-Z].*\\.")
			.doesNotStartWith("The ");
	}

	@ParameterizedTest
	@MethodSource("properties")
	void sentenceOfAPropertyIsItsOwn(Map<String, Object> property) throws IOException {
		String sentence = (String) property.get("description");
		assertThat(properties()).extracting((other) -> (String) other.get("description"))
			.as("the annotation processor takes the first tag whose name begins like the property's")
			.noneMatch((other) -> sentence.endsWith(" " + other));
	}

}
