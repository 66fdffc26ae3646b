/**
 * What a scanner sent, and what it means: symbologies, plain codes, retail codes, GS1 element
 * strings. Pure functions, entry point {@link io.bincard.model.barcode.BarcodeParser}; may be
 * called from everywhere, calls gs1 only.
 */
@NullMarked
package io.bincard.model.barcode;

import org.jspecify.annotations.NullMarked;
