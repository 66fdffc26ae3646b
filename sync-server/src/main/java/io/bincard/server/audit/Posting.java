package io.bincard.server.audit;

import io.avaje.jsonb.Json;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import java.util.List;

/**
 * So much was added to something by one effect.
 *
 * @param to what it was added to: account, item and lot; or order, line and stage
 */
@Json
record Posting(List<String> to, Position at, Quantity delta) {
  Posting {
    to = List.copyOf(to);
  }

  Key byEffect() {
    return new Key(to, at);
  }

  Key bySum() {
    return new Key(to, null);
  }
}
