/**
 * What is wrong with a request, in the form of RFC 9457.
 *
 * <p>Thrown by whoever finds it out, in any package; turned into an answer by {@code http} alone.
 */
@NullMarked
package io.bincard.server.problem;

import org.jspecify.annotations.NullMarked;
