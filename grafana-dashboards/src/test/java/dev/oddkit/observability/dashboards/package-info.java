@NullMarked
package dev.oddkit.observability.dashboards;

import org.jspecify.annotations.NullMarked;
