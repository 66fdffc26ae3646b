package io.bincard.server.imports;

/**
 * A column that a kind of file may have.
 *
 * @param name as in the header, lower case
 * @param required it has to be in the header, and no cell of it may be blank
 */
public record Column(String name, boolean required) {
  public static Column required(String name) {
    return new Column(name, true);
  }

  public static Column optional(String name) {
    return new Column(name, false);
  }
}
