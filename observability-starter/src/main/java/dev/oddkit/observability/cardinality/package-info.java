/**
 * May this label value become a time series? If not, it becomes {@code other}: the total
 * of the meter stays exact. The room guards every Micrometer registry that code can call.
 */
@NullMarked
package dev.oddkit.observability.cardinality;

import org.jspecify.annotations.NullMarked;
