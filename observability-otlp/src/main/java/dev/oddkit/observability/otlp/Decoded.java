package dev.oddkit.observability.otlp;

import java.util.List;

/**
 * The records of one request.
 *
 * @param <T> the kind of record
 * @param records the valid records
 * @param invalid the number of records that were left out
 * @param problem what was wrong with the first of them, empty when none was
 */
record Decoded<T>(List<T> records, int invalid, String problem) {
}
