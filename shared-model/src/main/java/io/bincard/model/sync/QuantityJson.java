package io.bincard.model.sync;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.bincard.model.stock.Quantity;

/**
 * A quantity travels as a decimal string, so that no parser makes a float of it. Balances travel,
 * too: what one operation may state is checked where operations come in.
 */
@CustomAdapter
public final class QuantityJson implements JsonAdapter<Quantity> {
  @SuppressWarnings("unused") // the generated registration passes it to every adapter
  public QuantityJson(Jsonb jsonb) {}

  @Override
  public void toJson(JsonWriter writer, Quantity value) {
    writer.value(value.toString());
  }

  @Override
  public Quantity fromJson(JsonReader reader) {
    try {
      return Quantity.parseSum(reader.readString());
    } catch (IllegalArgumentException invalid) {
      throw new JsonDataException(reader.location() + ": " + invalid.getMessage(), invalid);
    }
  }
}
