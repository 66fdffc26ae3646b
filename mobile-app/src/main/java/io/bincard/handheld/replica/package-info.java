/**
 * What this device knows: the pulled base, and the view of it with the device's own operations.
 *
 * <p>The view is asked by work and screens, the store is filled by sync. Calls journal and the
 * model.
 */
@NullMarked
package io.bincard.handheld.replica;

import org.jspecify.annotations.NullMarked;
