/**
 * Checks the server from outside, over real sockets.
 */
@NullMarked
package dev.oddkit.observability.console.web;

import org.jspecify.annotations.NullMarked;
