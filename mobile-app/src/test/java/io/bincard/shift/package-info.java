/**
 * A shift in a warehouse, played for real: a server and handhelds, each a process of its own, and a
 * network that is really cut. What happens is in {@code shift.script}; what must come out was
 * written by hand in {@code shift.expected}.
 *
 * <p>Run by {@code ./bincard demo --shift}; uses both ends as their users do.
 */
@NullMarked
package io.bincard.shift;

import org.jspecify.annotations.NullMarked;
