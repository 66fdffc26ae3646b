package io.bincard.handheld.work;

import io.bincard.model.operation.CountedKey;
import io.bincard.model.stock.Quantity;
import java.util.Optional;

/**
 * A line of a count sheet. It says nothing of what the books hold.
 *
 * @param name of the item
 * @param quantity as it was confirmed; empty if it is blank: not counted, which is not zero
 */
public record CountedLine(CountedKey key, String name, Optional<Quantity> quantity) {}
