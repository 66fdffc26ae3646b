/**
 * When things happened: corrected time and the canonical order. See docs/architecture.md, "Time".
 *
 * <p>Pure functions; no clock is read here. Called by the server when it first sees an operation.
 */
@NullMarked
package io.bincard.model.time;

import org.jspecify.annotations.NullMarked;
