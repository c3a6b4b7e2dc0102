package dev.oddkit.observability.classpath;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A jar of the company's that brings values for all services, and a service that
 * disagrees with one of them.
 */
class CompanyDefaultsIT {

	@Test
	void companyBeatsTheStarterAndTheServiceBeatsTheCompany() {
		try (RunningApplication application = RunningApplication.of("company").start()) {
			HttpResponse<String> response = application.get("/greeting/Ada");
			String traceId = response.headers().firstValue("x-acme-trace").orElseThrow();
			assertThat(application.trace(traceId, 2).spans()).allSatisfy((span) -> {
				assertThat(span.resource().attributes()).containsEntry("service.namespace", "acme");
				assertThat(span.resource().attributes()).containsEntry("deployment.environment.name", "production");
			}).extracting("name").contains("http get /greeting/{name}");
		}
	}

}
