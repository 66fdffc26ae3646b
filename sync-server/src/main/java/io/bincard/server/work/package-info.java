/**
 * Work that devices claim: pick lists, count sheets, deliveries; who holds it, and which stock is
 * promised to it.
 *
 * <p>Pure planners, and their SQL beside them. Called by the reconciler within its transaction;
 * calls only {@code db} and the model. See docs/architecture.md, "Work".
 */
@NullMarked
package io.bincard.server.work;

import org.jspecify.annotations.NullMarked;
