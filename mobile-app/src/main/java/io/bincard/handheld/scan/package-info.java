/**
 * Scans, whatever they come from: scanner, camera or picture; and their way to whoever is at work.
 *
 * <p>Called by the user interface. Knows nothing of what a scan means: that is for the work.
 */
@NullMarked
package io.bincard.handheld.scan;

import org.jspecify.annotations.NullMarked;
