/**
 * What handhelds send. Reads and checks a push before the reconciler sees it; see docs/protocol.md.
 *
 * <p>Called by {@code http}; calls the model, {@code reconcile} and {@code problem} only.
 */
@NullMarked
package io.bincard.server.push;

import org.jspecify.annotations.NullMarked;
