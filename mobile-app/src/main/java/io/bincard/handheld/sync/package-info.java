/**
 * Sends the journal, fetches the replica. A pure agent decides, a driver does what it says.
 *
 * <p>Started by the handheld, watched by screens. Calls journal, replica, device and the model.
 */
@NullMarked
package io.bincard.handheld.sync;

import org.jspecify.annotations.NullMarked;
