package io.bincard.server.work;

import io.bincard.model.stock.Quantity;

/**
 * What an order line still asks for.
 *
 * @param quantity ordered less picked, above zero
 */
public record Need(int line, String item, Quantity quantity) {}
