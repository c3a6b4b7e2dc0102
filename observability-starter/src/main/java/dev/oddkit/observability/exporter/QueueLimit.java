package dev.oddkit.observability.exporter;

/**
 * How much of a signal may wait or be on its way.
 *
 * @param items how many items
 * @param text how much text they may hold together
 */
record QueueLimit(int items, long text) {

}
