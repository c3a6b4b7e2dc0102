package dev.oddkit.observability;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Looks for values that cannot be meant when the environment is complete and no bean
 * exists yet, so that the start ends at once. While the application is processed ahead of
 * time nothing is refused: the values of that moment are not those of the run.
 */
class PropertyChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String AOT_PROCESSING = "spring.aot.processing";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		ObservabilitySwitch.check(environment);
		if (!ObservabilitySwitch.isOn(environment::getProperty)
				|| environment.getProperty(AOT_PROCESSING, Boolean.class, false)) {
			return;
		}
		UnresolvedReferences.check(environment);
		CompanyDefaults.nameContradictions(environment);
		IneffectiveKeys.name(environment);
		OverruledKeys.name(environment);
		UnknownKeys.name(environment, PropertyChecks.class.getClassLoader());
		SpringFactoriesLoader.forDefaultResourceLocation(context.getClassLoader())
			.load(PropertyMapping.class)
			.forEach((mapping) -> mapping.check(environment));
	}

}
