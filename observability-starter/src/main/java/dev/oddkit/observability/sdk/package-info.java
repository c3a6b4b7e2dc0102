/**
 * Is there exactly one SDK, with aligned versions, and do both APIs agree on the current
 * span? The room publishes the parts of the OpenTelemetry starter's SDK before Spring
 * Boot looks, and attaches the extension beans of Spring Boot to it. It configures
 * nothing itself.
 */
@NullMarked
package dev.oddkit.observability.sdk;

import org.jspecify.annotations.NullMarked;
