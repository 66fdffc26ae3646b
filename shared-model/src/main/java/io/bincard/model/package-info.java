/**
 * What both ends share: the words, the rules and the wire messages of Bincard. No I/O, no clock.
 * May be called from everywhere; calls nothing but itself.
 */
@NullMarked
package io.bincard.model;

import org.jspecify.annotations.NullMarked;
