@NullMarked
package dev.oddkit.stack.verify;

import org.jspecify.annotations.NullMarked;
