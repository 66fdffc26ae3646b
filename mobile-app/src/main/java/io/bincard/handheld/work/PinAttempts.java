package io.bincard.handheld.work;

import java.util.HashMap;
import java.util.Map;

/** Slows down whoever tries PINs: after five wrong ones each further one costs twice the wait. */
final class PinAttempts {
  private static final int FREE = 5;
  private static final long SECOND = 1_000_000;
  private static final long FIRST_WAIT = 30 * SECOND;
  private static final long LONGEST_WAIT = 15 * 60 * SECOND;

  private final Map<String, Wrong> byUser = new HashMap<>();

  private record Wrong(int times, long notBefore) {}

  /**
   * How long somebody still has to wait.
   *
   * @param now microseconds of a steady clock
   * @return seconds, rounded up; 0 if he may try
   */
  long wait(String user, long now) {
    Wrong wrong = byUser.get(user);
    return wrong == null ? 0 : Math.max(0, Math.floorDiv(wrong.notBefore() - now - 1, SECOND) + 1);
  }

  void failed(String user, long now) {
    Wrong before = byUser.getOrDefault(user, new Wrong(0, now));
    int times = before.times() + 1;
    long wait = times < FREE ? 0 : FIRST_WAIT << Math.min(10, times - FREE);
    byUser.put(user, new Wrong(times, now + Math.min(wait, LONGEST_WAIT)));
  }

  void succeeded(String user) {
    byUser.remove(user);
  }
}
