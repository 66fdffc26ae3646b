package io.bincard.handheld.replica;

import io.bincard.model.stock.Quantity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * "You counted 10, waiting": a count of this device that the server's figures do not contain.
 *
 * @param operation that states it
 * @param user who counted
 * @param lot null for all lots together
 */
public record WaitingCount(
    UUID operation, String user, String item, @Nullable String lot, Quantity quantity) {}
