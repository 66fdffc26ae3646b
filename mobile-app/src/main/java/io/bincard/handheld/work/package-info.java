/**
 * What people do with a handheld: a scan comes in, an operation goes into the journal, and a reply
 * says what is next. Picking, packing, counting, receiving, moving, looking up, logging in.
 *
 * <p>Called by the user interface; calls journal, replica and the model. No texts, no controls.
 */
@NullMarked
package io.bincard.handheld.work;

import org.jspecify.annotations.NullMarked;
