package dev.oddkit.demo.inventory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the tests of a class on an embedded PostgreSQL instead of H2. Where it cannot
 * start they are skipped, or fail with {@code -Dpostgres.required=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmbeddedPostgresCondition.class)
@ContextConfiguration(initializers = EmbeddedPostgresCondition.class)
public @interface OnPostgres {

}
