package io.bincard.model.sync;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.bincard.model.stock.Account;

/** An account travels as its text: {@code bin:A-07-3-12}. */
@CustomAdapter
public final class AccountJson implements JsonAdapter<Account> {
  @SuppressWarnings("unused") // the generated registration passes it to every adapter
  public AccountJson(Jsonb jsonb) {}

  @Override
  public void toJson(JsonWriter writer, Account value) {
    writer.value(value.toString());
  }

  @Override
  public Account fromJson(JsonReader reader) {
    try {
      return Account.parse(reader.readString());
    } catch (IllegalArgumentException invalid) {
      throw new JsonDataException(reader.location() + ": " + invalid.getMessage(), invalid);
    }
  }
}
