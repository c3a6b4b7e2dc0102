package dev.oddkit.observability.sdk;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.jackson.EndpointJackson2ObjectMapper;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a start leaves out because nobody uses it.
 */
class LeanStartTests {

	@Test
	void endpointsSpeakJsonWithoutAMapperOfJackson2() {
		try (RunningShop shop = new RunningShop("management.endpoints.web.exposure.include=observability")) {
			assertThat(shop.context().getBeanNamesForType(EndpointJackson2ObjectMapper.class)).isEmpty();
			assertThat(shop.get("/actuator/observability").body()).startsWith("{").contains("\"exporter\"");
			assertThat(shop.context().getBeansOfType(Object.class).values())
				.extracting((bean) -> bean.getClass().getName())
				.filteredOn((name) -> name.startsWith(LiteConfigurations.PACKAGE))
				.isNotEmpty()
				.noneMatch((name) -> name.contains("$$SpringCGLIB"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "spring.http.converters.preferred-json-mapper=jackson2",
			"management.endpoints.jackson2.isolated-object-mapper=true" })
	void mapperOfJackson2StaysWhereSomebodyAsksForIt(String property) {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run("--" + property)) {
			assertThat(context.getBeanNamesForType(EndpointJackson2ObjectMapper.class)).hasSize(1);
		}
	}

	@Test
	void noBeanMethodOfTheOpenTelemetryStarterCallsAnother() {
		JavaClasses configurations = new ClassFileImporter()
			.importPackages(LiteConfigurations.PACKAGE.substring(0, LiteConfigurations.PACKAGE.length() - 1));
		// Spring would not notice the call of a static one either
		assertThat(configurations).flatExtracting(JavaClass::getMethods)
			.filteredOn((method) -> method.isAnnotatedWith(Bean.class)
					&& !method.getModifiers().contains(JavaModifier.STATIC))
			.isNotEmpty()
			.allSatisfy((method) -> assertThat(method.getCallsOfSelf()).isEmpty());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

	}

}
