package dev.oddkit.demo.gateway.alerts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An alert that fires.
 *
 * @param name the name of the rule
 * @param severity how bad it is
 * @param summary one sentence
 * @param dashboard path of the dashboard that shows more
 * @param since when it began
 */
record Alert(String name, String severity, String summary, String dashboard, @Nullable Instant since) {

}
