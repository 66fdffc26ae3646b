package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.ReadError;

/**
 * A code that claims to be of GS1 and is not as the standard wants it.
 *
 * @param error what is wrong; its position is an index in the data of the scan
 */
public record UnreadableCode(Scan scan, String text, ReadError error) implements Barcode {}
