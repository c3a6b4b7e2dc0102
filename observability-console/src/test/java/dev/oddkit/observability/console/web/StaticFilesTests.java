package dev.oddkit.observability.console.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StaticFiles}.
 */
class StaticFilesTests {

	private final StaticFiles files = new StaticFiles();

	@ParameterizedTest
	@ValueSource(strings = { "/webjars/lit-html/lit-html.js", "/webjars/lit-html/directive.js",
			"/webjars/lit-html/directives/class-map.js", "/webjars/lit-html/directives/repeat.js",
			"/webjars/uplot/uPlot.esm.js" })
	void servesTheModulesOfTheLibraries(String path) throws IOException {
		Answer answer = this.files.answer(path, null).orElseThrow();
		assertThat(answer.headers()).containsEntry("Content-Type", "text/javascript; charset=utf-8")
			.containsEntry("Cache-Control", "no-cache")
			.containsKey("ETag");
		assertThat(body(answer)).contains("export");
	}

	@Test
	void servesTheStylesOfTheLibraries() throws IOException {
		Answer answer = this.files.answer("/webjars/uplot/uPlot.min.css", null).orElseThrow();
		assertThat(answer.headers()).containsEntry("Content-Type", "text/css; charset=utf-8");
		assertThat(body(answer)).contains(".uplot");
	}

	@Test
	void doesNotSendAgainWhatTheBrowserHas() {
		String etag = this.files.answer("/webjars/uplot/uPlot.min.css", null).orElseThrow().headers().get("ETag");
		Answer again = this.files.answer("/webjars/uplot/uPlot.min.css", etag).orElseThrow();
		assertThat(again.status()).isEqualTo(304);
		assertThat(again.isEmpty()).isTrue();
		assertThat(this.files.answer("/webjars/uplot/uPlot.min.css", "\"old\"").orElseThrow().status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/../dev/oddkit/observability/console/web/StaticFiles.class", "/./index.html",
			"/a/../index.html", "//index.html", "/.hidden.js", "/webjars/lit-html/package.json",
			"/webjars/lit-html/../../../../MANIFEST.MF", "/webjars/uplot/uPlot.cjs.js", "/META-INF/MANIFEST.MF",
			"/nothing-of-the-kind.js", "/webjars/lit-html/LICENSE", "/" + "index.html/" })
	void hasNothingElse(String path) {
		assertThat(this.files.answer(path, null)).isEmpty();
	}

	private static String body(Answer answer) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		answer.body().writeTo(out);
		return out.toString(StandardCharsets.UTF_8);
	}

}
