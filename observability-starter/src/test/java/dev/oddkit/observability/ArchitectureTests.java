package dev.oddkit.observability;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the design, on the byte code of the starter.
 */
class ArchitectureTests {

	private static final String ROOT = "dev.oddkit.observability";

	private static final JavaClasses STARTER = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> location.contains("observability-starter"))
		.importPackages(ROOT);

	private static final JavaClasses TESTS = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
		.importPackages(ROOT);

	static Stream<ArchRule> rules() {
		return Stream.of(
				SlicesRuleDefinition.slices()
					.matching(ROOT + ".(*)..")
					.should()
					.notDependOnEachOther()
					.because("rooms meet in the extension points of the libraries, not in each other"),
				classes().that()
					.areAnnotatedWith(AutoConfiguration.class)
					.should()
					.bePublic()
					.andShould()
					.haveModifier(JavaModifier.FINAL)
					.andShould()
					.haveSimpleNameEndingWith("AutoConfiguration")
					.andShould()
					.beAnnotatedWith(ConditionalOnObservability.class)
					.because("a user may exclude or order it, and one switch turns all of them off"),
				classes().that()
					.resideOutsideOfPackage(ROOT)
					.and()
					.areNotAnnotatedWith(AutoConfiguration.class)
					.should()
					.notBePublic()
					.because("public is a promise"),
				classes().that()
					.areAnnotatedWith(ConfigurationProperties.class)
					.should()
					.beRecords()
					.because("what the user typed does not change"),
				methods().that()
					.areAnnotatedWith(Bean.class)
					.should()
					.bePackagePrivate()
					.because("beans are not called by users"),
				methods().that()
					.areAnnotatedWith(Bean.class)
					.and()
					.haveRawReturnType(
							assignableTo(BeanPostProcessor.class).or(assignableTo(BeanFactoryPostProcessor.class)))
					.should()
					.beStatic()
					.because("a post-processor must not create its configuration early"),
				noMethods().should()
					.beAnnotatedWith(ConditionalOnClass.class)
					.because("it does not protect the signature"),
				noClasses().should()
					.beAnnotatedWith(Component.class)
					.orShould()
					.dependOnClassesThat(annotation(Autowired.class, Value.class))
					.because("conditions and order would become invisible"),
				noClasses().should()
					.dependOnClassesThat(resideInAPackage("io.opentelemetry.semconv.."))
					.because("its versions move; copy the constant"),
				noClasses().that()
					.doNotHaveSimpleName("JavaAgent")
					.should()
					.dependOnClassesThat()
					.haveFullyQualifiedName("io.opentelemetry.api.GlobalOpenTelemetry")
					.because("two contexts may live in one JVM; only an agent serves all of it"),
				noClasses().should()
					.callMethod(System.class, "getenv", String.class)
					.orShould()
					.callMethod(System.class, "getProperty", String.class)
					.because("the environment is the only door; the origin would be lost"),
				noClasses().that()
					.resideOutsideOfPackages(ROOT + ".logging", ROOT + ".propagation")
					.should()
					.dependOnClassesThat()
					.haveFullyQualifiedName("org.slf4j.MDC")
					.because("the MDC has one owner"),
				noClasses().that()
					.resideInAPackage(ROOT + ".cardinality")
					.should()
					.dependOnClassesThat(resideInAPackage("io.opentelemetry.sdk.."))
					.because("each room speaks one API"),
				classes().should()
					.dependOnClassesThat(alwaysTrue())
					.because("an import without classes would make every rule above true"));
	}

	@ParameterizedTest
	@MethodSource("rules")
	void starterKeeps(ArchRule rule) {
		rule.check(STARTER);
	}

	@Test
	void everyAutoConfigurationIsListed() throws Exception {
		String imports = new String(ArchitectureTests.class
			.getResourceAsStream("/META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")
			.readAllBytes());
		List<String> annotated = STARTER.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.map(JavaClass::getName)
			.sorted()
			.toList();
		assertThat(imports.lines()).containsExactlyElementsOf(annotated);
	}

	@Test
	void everyClassWithTestsIsRun() {
		assertThat(TESTS.stream()
			.filter((type) -> type.getMethods()
				.stream()
				.anyMatch((method) -> method.isAnnotatedWith(Test.class)
						|| method.isAnnotatedWith(ParameterizedTest.class))))
			.allMatch((type) -> type.getSimpleName().endsWith("Tests") || type.getSimpleName().endsWith("IT"));
	}

	private static DescribedPredicate<JavaClass> annotation(Class<?>... types) {
		return DescribedPredicate.describe("are one of " + List.of(types),
				(type) -> Stream.of(types).anyMatch((candidate) -> type.isEquivalentTo(candidate)));
	}

}
