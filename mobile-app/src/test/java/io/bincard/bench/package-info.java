/**
 * Measurements of the whole path, each against a baseline of the same run.
 *
 * <p>Run by {@code ./bincard bench}; never part of a test, for machines are noisy.
 */
@NullMarked
package io.bincard.bench;

import org.jspecify.annotations.NullMarked;
