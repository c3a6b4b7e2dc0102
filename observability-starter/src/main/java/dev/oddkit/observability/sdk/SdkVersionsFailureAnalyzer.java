package dev.oddkit.observability.sdk;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Prints the lines of Maven and Gradle that align the versions.
 */
class SdkVersionsFailureAnalyzer extends AbstractFailureAnalyzer<SdkVersionsException> {

	private static final String ACTION = """
			Import the BOM of the starter, which brings OpenTelemetry %s.

			Maven, in <dependencyManagement><dependencies>, before other BOMs:

			    <dependency>
			        <groupId>dev.oddkit</groupId>
			        <artifactId>observability-bom</artifactId>
			        <version>%s</version>
			        <type>pom</type>
			        <scope>import</scope>
			    </dependency>

			Gradle with the dependency-management plugin:

			    dependencyManagement { imports { mavenBom("dev.oddkit:observability-bom:%s") } }

			Gradle with platforms:

			    implementation(enforcedPlatform("dev.oddkit:observability-bom:%s"))""";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SdkVersionsException cause) {
		String found = cause.getFound()
			.entrySet()
			.stream()
			.map((entry) -> "    " + entry.getKey() + ": "
					+ ((entry.getValue() != null) ? entry.getValue() : "missing"))
			.collect(Collectors.joining("\n"));
		String description = "The observability starter needs OpenTelemetry " + cause.getRequired()
				+ " or later. The class path has:\n\n" + found
				+ "\n\nSpring Boot manages an older line; the first request would fail with a NoClassDefFoundError.";
		String bom = bomVersion();
		return new FailureAnalysis(description, ACTION.formatted(cause.getRequired(), bom, bom, bom), cause);
	}

	private static String bomVersion() {
		String version = SdkVersionsFailureAnalyzer.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "VERSION";
	}

}
