package io.bincard.handheld.sync;

/**
 * Decides when this device speaks to its server, and what it says. A pure function: it has no
 * clock, no connection and no memory of its own.
 *
 * <p>A push ends at an anchor, so the time of everything in it is known for good (docs/protocol.md,
 * "Push"). A pull never waits for a push. Whatever fails consumes nothing and is tried again, by a
 * timer or when there is a signal again.
 */
record SyncAgent(SyncPolicy policy) {
  State start() {
    return State.start(policy);
  }

  Step step(State state, Event event) {
    Turn turn = new Turn(policy, state);
    event.accept(turn);
    return turn.end();
  }
}
