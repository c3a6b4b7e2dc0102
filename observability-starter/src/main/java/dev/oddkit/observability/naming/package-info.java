/**
 * What is it called? OpenTelemetry's stable conventions by default, Spring Boot's names
 * by {@code observability.naming.conventions=micrometer}. A convention bean of the user's
 * always wins.
 */
@NullMarked
package dev.oddkit.observability.naming;

import org.jspecify.annotations.NullMarked;
