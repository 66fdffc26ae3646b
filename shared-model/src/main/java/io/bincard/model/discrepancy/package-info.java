/**
 * What does not add up: one predicate over state for each code. See docs/discrepancies.md.
 *
 * <p>Pure; called with what an operation touched, by the reconciler and by the audit.
 */
@NullMarked
package io.bincard.model.discrepancy;

import org.jspecify.annotations.NullMarked;
