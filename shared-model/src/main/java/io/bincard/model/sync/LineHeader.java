package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import io.bincard.model.operation.Clocks;
import java.util.UUID;

/**
 * What the server must be able to read of an operation whose body it does not understand, to give
 * it its place and keep its bytes.
 */
@Json
public record LineHeader(
    UUID id,
    String site,
    String device,
    int epoch,
    long seq,
    String prevHash,
    String user,
    Clocks clocks,
    int version) {}
