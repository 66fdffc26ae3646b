/**
 * The audit: folds all journals again from nothing, and compares what comes out with the tables.
 *
 * <p>Reads only, in one snapshot; called by the {@code audit} command and by whoever wants proof.
 * It shares the rules of the model with the reconciler, and nothing else. See docs/operating.md,
 * "Audit".
 */
@NullMarked
package io.bincard.server.audit;

import org.jspecify.annotations.NullMarked;
