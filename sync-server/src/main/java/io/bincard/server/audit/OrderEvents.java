package io.bincard.server.audit;

import io.avaje.jsonb.Json;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.ServerRecord.Allocated;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms in which an audit takes down what happened to orders. */
final class OrderEvents {
  private OrderEvents() {}

  /** Something that happened to an order. */
  @Json(typeProperty = "event")
  @Json.SubType(type = Placed.class)
  @Json.SubType(type = Ordered.class)
  @Json.SubType(type = Cancelled.class)
  @Json.SubType(type = Stepped.class)
  @Json.SubType(type = AllocatedAnew.class)
  @Json.SubType(type = Departed.class)
  sealed interface OrderEvent {
    String order();

    Position at();

    default Key key() {
      return Key.of(order());
    }
  }

  /** The order was placed, or placed again. */
  @Json
  record Placed(String order, Position at, String customer, int priority) implements OrderEvent {}

  /**
   * So much is wanted on a line.
   *
   * @param item null if that stays what it was
   */
  @Json
  record Ordered(String order, Position at, int line, @Nullable String item, Quantity quantity)
      implements OrderEvent {}

  /**
   * It is not wanted any more.
   *
   * @param only this line; null for the whole order
   */
  @Json
  record Cancelled(String order, Position at, @Nullable Integer only) implements OrderEvent {}

  /** A line got on, or back. */
  @Json
  record Stepped(
      String order, Position at, int line, UUID operation, Effect.Stage stage, Quantity added)
      implements OrderEvent {}

  /** The server said where to take its goods from. */
  @Json
  record AllocatedAnew(String order, Position at, Allocated record) implements OrderEvent {}

  /** A carton of it left the house. */
  @Json
  record Departed(String order, Position at) implements OrderEvent {}
}
