package io.bincard.model.sync;

import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which field is being read, so that an error can name it, and reads no null and no
 * overflow as a number.
 */
final class PathReader implements JsonReader {
  private final JsonReader json;
  // One slot for each object and array we are in: the name of the field, or null and the index.
  private @Nullable String[] names = new String[8];
  private int[] indexes = new int[8];
  private int depth;

  PathReader(JsonReader json) {
    this.json = json;
  }

  /** The field being read, such as {@code body.listed[2].quantity}; empty before the first. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (int level = 0; level < depth; level++) {
      String name = names[level];
      if (name != null) {
        path.append(path.length() == 0 ? "" : ".").append(name);
      } else if (indexes[level] >= 0) {
        path.append('[').append(indexes[level]).append(']');
      }
    }
    return path.toString();
  }

  private void enter() {
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
    }
    names[depth] = null;
    indexes[depth] = -1;
    depth++;
  }

  @Override
  public void beginObject(PropertyNames properties) {
    json.beginObject(properties);
    enter();
  }

  @Override
  public void beginObject() {
    json.beginObject();
    enter();
  }

  @Override
  public String nextField() {
    String name = json.nextField();
    names[depth - 1] = name;
    return name;
  }

  @Override
  public void endObject() {
    json.endObject();
    depth--;
  }

  @Override
  public void beginArray() {
    json.beginArray();
    enter();
  }

  @Override
  public boolean hasNextElement() {
    boolean more = json.hasNextElement();
    indexes[depth - 1]++;
    return more;
  }

  @Override
  public void endArray() {
    json.endArray();
    depth--;
  }

  @Override
  public int readInt() {
    long value = readLong();
    if (value != (int) value) {
      throw new JsonDataException(value + " is out of range");
    }
    return (int) value;
  }

  @Override
  public long readLong() {
    expectValue();
    return json.readLong();
  }

  @Override
  public boolean readBoolean() {
    expectValue();
    return json.readBoolean();
  }

  private void expectValue() {
    if (json.isNullValue()) {
      throw new JsonDataException("it is null");
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return json.unwrap(type);
  }

  @Override
  public boolean hasNextField() {
    return json.hasNextField();
  }

  @Override
  public boolean isNullValue() {
    return json.isNullValue();
  }

  @Override
  public double readDouble() {
    return json.readDouble();
  }

  @Override
  public BigDecimal readDecimal() {
    return json.readDecimal();
  }

  @Override
  public BigInteger readBigInteger() {
    return json.readBigInteger();
  }

  @Override
  public String readString() {
    return json.readString();
  }

  @Override
  public byte[] readBinary() {
    return json.readBinary();
  }

  @Override
  public String readRaw() {
    return json.readRaw();
  }

  @Override
  public String location() {
    return json.location();
  }

  @Override
  public Token currentToken() {
    return json.currentToken();
  }

  @Override
  public void close() {
    json.close();
  }

  @Override
  public void skipValue() {
    json.skipValue();
  }

  @Override
  public void unmappedField(String name) {
    json.unmappedField(name);
  }
}
