package io.bincard.server.work;

/**
 * How long a device may hold work.
 *
 * @param fence of the grant; 0 if there was none
 * @param expires microseconds since 1970-01-01T00:00Z; 0 if there was no grant
 */
public record Lease(long fence, long expires) {
  public static final Lease NONE = new Lease(0, 0);
}
