package io.bincard.handheld.journal;

import io.bincard.handheld.device.Storage;

/**
 * Watches the space that is left for the journal: people are warned early, and new work is refused
 * before facts are in danger.
 *
 * @param low bytes below which people are warned
 * @param reserved bytes that are kept for recording what is being done already
 */
public record DiskReserve(Storage storage, long low, long reserved) {
  private static final long MEBIBYTE = 1024 * 1024;

  /** How much space there is. */
  public enum Space {
    ENOUGH,
    LOW,
    NONE_FOR_NEW_WORK
  }

  public static DiskReserve usual(Storage storage) {
    return new DiskReserve(storage, 200 * MEBIBYTE, 50 * MEBIBYTE);
  }

  public Space space() {
    long free = storage.freeBytes();
    if (free < reserved) {
      return Space.NONE_FOR_NEW_WORK;
    }
    return free < low ? Space.LOW : Space.ENOUGH;
  }
}
