/**
 * What {@code ./bincard demo} runs.
 *
 * <p>Chooses what to show; the showing is in packages of its own.
 */
@NullMarked
package io.bincard.demo;

import org.jspecify.annotations.NullMarked;
