/**
 * The durable queue of a device: what it did, in order, hash-chained, and what became of it.
 *
 * <p>Called by work, which appends, and by sync, which sends. Calls device and the model.
 */
@NullMarked
package io.bincard.handheld.journal;

import org.jspecify.annotations.NullMarked;
