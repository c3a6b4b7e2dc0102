/**
 * The starter's rooms, one package each: {@code sdk}, {@code resource}, {@code naming},
 * {@code exporter}, {@code metrics}, {@code propagation}, {@code sampling},
 * {@code cardinality}, {@code logging} and {@code diagnostics}. A room answers the
 * properties {@code observability.<room>.*}; rooms never import each other. This package
 * holds what they share: the mapping of properties and the reports to
 * {@code /actuator/observability}.
 */
@NullMarked
package dev.oddkit.observability;

import org.jspecify.annotations.NullMarked;
