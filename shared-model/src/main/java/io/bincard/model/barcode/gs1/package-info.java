/**
 * The facts and rules of GS1: application identifiers, element strings in their three spellings,
 * keys and check digits. Pure functions; may be called from everywhere, calls nothing of Bincard.
 */
@NullMarked
package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.NullMarked;
