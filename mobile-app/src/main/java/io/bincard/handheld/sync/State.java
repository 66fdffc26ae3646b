package io.bincard.handheld.sync;

import io.bincard.handheld.journal.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * All that the agent remembers from one event to the next.
 *
 * @param token what the device shows to the server; null if it has none that is good
 * @param tokenTicket of the request for a token that is under way; 0 if none is
 * @param pushLines how many lines the next push has at most
 * @param pullAgain whether a pull that began too early is to be followed by another
 * @param goal what somebody waits for
 * @param tickets the last one given out
 */
record State(
    Outbox outbox,
    @Nullable String token,
    long tokenTicket,
    Lane push,
    Lane pull,
    int pushLines,
    boolean pullAgain,
    Goal goal,
    long tickets) {
  /** How far the wish of somebody who waits has come. */
  enum Goal {
    NONE,
    SEND_ALL,
    THEN_FETCH_ALL
  }

  static State start(SyncPolicy policy) {
    return new State(
        new Outbox(0, false, true, false),
        null,
        0,
        Lane.START,
        Lane.START,
        policy.pushLines(),
        false,
        Goal.NONE,
        0);
  }

  /** What does not work at present; null if all does. */
  @Nullable Failure problem() {
    return push.problem() != null ? push.problem() : pull.problem();
  }

  /** Without the token: this ends up in logs. */
  @Override
  public String toString() {
    return "State[" + outbox + ", push " + push + ", pull " + pull + ", " + goal + "]";
  }
}
