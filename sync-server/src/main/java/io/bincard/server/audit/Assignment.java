package io.bincard.server.audit;

import io.avaje.jsonb.Json;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import java.util.UUID;

/** Somebody said what a barcode means. */
@Json
record Assignment(String code, Position at, UUID operation, String item, Quantity pack) {
  Key byCode() {
    return Key.of(code).at(at);
  }
}
