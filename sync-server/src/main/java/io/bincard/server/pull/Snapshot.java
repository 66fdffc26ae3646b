package io.bincard.server.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a reader of the database could see: all transactions below {@code end} that are not among
 * those that were running. The same as PostgreSQL's pg_snapshot.
 *
 * @param end the first transaction that had not begun
 * @param running transactions that had begun and not ended, below {@code end}, ascending
 */
record Snapshot(long end, List<Long> running) {
  /** Before anything was written. */
  static final Snapshot NOTHING = new Snapshot(1, List.of());

  Snapshot {
    running = List.copyOf(running);
    long last = 0;
    for (long transaction : running) {
      if (transaction <= last || isNoTransaction(transaction)) {
        throw new IllegalArgumentException("running transactions ascend");
      }
      last = transaction;
    }
    if (end <= last || isNoTransaction(end)) {
      throw new IllegalArgumentException("the end comes after the running transactions");
    }
  }

  // PostgreSQL leaves these out each time its counter of 32 bits comes round.
  private static boolean isNoTransaction(long number) {
    return (int) number == 0;
  }

  /** The first transaction this did not see; all before it have ended. */
  long begin() {
    return running.isEmpty() ? end : running.getFirst();
  }

  /** Reads what PostgreSQL says: {@code 10:20:10,14,15}. */
  static Snapshot ofPostgres(String text) {
    String[] parts = text.split(":", -1);
    List<Long> running = new ArrayList<>();
    for (String transaction : parts[2].split(",", -1)) {
      if (!transaction.isEmpty()) {
        running.add(Long.valueOf(transaction));
      }
    }
    return new Snapshot(Long.parseLong(parts[1]), running);
  }

  String toPostgres() {
    StringJoiner list = new StringJoiner(",");
    running.forEach(transaction -> list.add(transaction.toString()));
    return begin() + ":" + end + ":" + list;
  }

  /** Reads what {@link #toString} wrote; empty if it is no such thing. */
  static Optional<Snapshot> parse(String text) {
    try {
      String[] parts = text.split("-", -1);
      long end = Long.parseLong(parts[0]);
      List<Long> running = new ArrayList<>();
      for (int i = parts.length - 1; i > 0; i--) {
        running.add(end - Long.parseLong(parts[i]));
      }
      return Optional.of(new Snapshot(end, running));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Short, because every operation names it: {@code 20-5-6-10}, distances counted from the end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(end);
    for (int i = running.size() - 1; i >= 0; i--) {
      text.append('-').append(end - running.get(i));
    }
    return text.toString();
  }
}
