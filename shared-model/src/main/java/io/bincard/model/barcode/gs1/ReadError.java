package io.bincard.model.barcode.gs1;

/**
 * Why data could not be read: a value, never thrown.
 *
 * @param code what kind of error
 * @param position index of the offending character in the data that was read
 * @param message what is wrong, for a person
 */
public record ReadError(ReadErrorCode code, int position, String message)
    implements ElementsOrError {

  static ReadError at(int position, ReadErrorCode code, String message) {
    return new ReadError(code, position, message);
  }

  /** The same error, at another position. */
  public ReadError movedTo(int newPosition) {
    return new ReadError(code, newPosition, message);
  }

  ReadError within(ApplicationIdentifier identifier) {
    return new ReadError(code, position, "(" + identifier.code() + ") " + message);
  }
}
