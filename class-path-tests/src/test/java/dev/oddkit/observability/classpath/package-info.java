/**
 * Plain Spring Boot applications that were built outside the reactor, with the starter
 * from a repository. Each has another class path; all are looked at from the far end.
 */
package dev.oddkit.observability.classpath;
