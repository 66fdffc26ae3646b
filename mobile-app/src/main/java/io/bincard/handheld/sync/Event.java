package io.bincard.handheld.sync;

import io.bincard.handheld.journal.Batch;
import io.bincard.handheld.journal.Extent;
import io.bincard.handheld.journal.Outbox;
import io.bincard.handheld.replica.ReplicaStore;
import io.bincard.model.operation.Fact;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.PushAnswer;

/**
 * Something the agent is told. Those with a ticket end the action with the same ticket; a ticket
 * that nobody waits for any more is passed over.
 */
public sealed interface Event {
  <R> R accept(Visitor<R> visitor);

  /** One case each. */
  interface Visitor<R> {
    R started(Started event);

    R journaled(Journaled event);

    R connected(Connected event);

    R syncRequested(SyncRequested event);

    R woke(Woke event);

    R tokenGranted(TokenGranted event);

    R timeMeasured(TimeMeasured event);

    R anchored(Anchored event);

    R pushAnswered(PushAnswered event);

    R recorded(Recorded event);

    R pullAnswered(PullAnswered event);

    R applied(Applied event);

    R failed(Failed event);
  }

  /** The device is on. */
  record Started(Outbox outbox) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.started(this);
    }
  }

  /** There is something new in the journal. */
  record Journaled(Outbox outbox) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.journaled(this);
    }
  }

  /** There is a signal again. */
  record Connected() implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.connected(this);
    }
  }

  /** Somebody waits until all is sent and fetched. */
  record SyncRequested(Outbox outbox) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.syncRequested(this);
    }
  }

  /** The time of a {@link Action.Wake} has come. */
  record Woke(long ticket, Outbox outbox) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.woke(this);
    }
  }

  /** The server gave a token. */
  record TokenGranted(long ticket, String token) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tokenGranted(this);
    }

    /** Without the token: this ends up in logs. */
    @Override
    public String toString() {
      return "TokenGranted[" + ticket + "]";
    }
  }

  /** The steady clock was compared with the server's, in one run. */
  record TimeMeasured(long ticket, String run, Fact.TimeAnchored anchor) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.timeMeasured(this);
    }
  }

  /** The comparison is in the journal. */
  record Anchored(long ticket, Outbox outbox) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.anchored(this);
    }
  }

  /**
   * The server answered a push.
   *
   * @param extent of the batch's epoch, now
   */
  record PushAnswered(long ticket, Batch batch, Extent extent, PushAnswer answer) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pushAnswered(this);
    }
  }

  /** The answer to a push is in the journal. */
  record Recorded(long ticket, Outbox outbox) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.recorded(this);
    }
  }

  /**
   * The server answered a pull.
   *
   * @param since the cursor it was asked with
   */
  record PullAnswered(long ticket, String since, PullPage page) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pullAnswered(this);
    }
  }

  /** The page is in the replica, and the journal knows what follows from it. */
  record Applied(long ticket, ReplicaStore.Applied what, boolean more) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.applied(this);
    }
  }

  /**
   * An action failed.
   *
   * @param lines how many were being sent; 0 if it was no push
   */
  record Failed(long ticket, Failure failure, int lines) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failed(this);
    }
  }
}
