/**
 * The one door for every change of state: load a slice, plan purely, apply the plan.
 *
 * <p>Called by push, by decisions of people, by imports and by the settling of counts; calls only
 * its {@code Store}. See docs/architecture.md, "Reconciling".
 */
@NullMarked
package io.bincard.server.reconcile;

import org.jspecify.annotations.NullMarked;
