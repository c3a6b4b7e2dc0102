/**
 * What fires now: the webhook of an Alertmanager, shown on the page.
 */
@NullMarked
package dev.oddkit.demo.gateway.alerts;

import org.jspecify.annotations.NullMarked;
