package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import java.util.UUID;

/**
 * Something for the server's own journal: a decision, an intent of a device, an opening figure.
 *
 * @param id made by whoever asks: asked again under the same id, it is answered and not repeated
 * @param user who decided
 */
public record Entry(UUID id, String user, Body body) {}
