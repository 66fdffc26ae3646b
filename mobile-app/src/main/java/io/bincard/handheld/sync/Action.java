package io.bincard.handheld.sync;

import io.bincard.model.operation.Fact;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PullPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something the agent wants done. One with a ticket ends in an event with the same ticket. */
public sealed interface Action {
  /** Of one that nothing waits for. */
  long NONE = -1;

  <R> R accept(Visitor<R> visitor);

  /** What the event that ends it says; {@link #NONE} if no event ends it. */
  long ticket();

  /** One case each. */
  interface Visitor<R> {
    R askToken(AskToken action);

    R measureTime(MeasureTime action);

    R anchor(Anchor action);

    R push(Push action);

    R writeDown(WriteDown action);

    R pull(Pull action);

    R cancel(Cancel action);

    R apply(Apply action);

    R wake(Wake action);

    R finish(Finish action);
  }

  /** Ends in {@link Event.TokenGranted}. */
  record AskToken(long ticket) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.askToken(this);
    }
  }

  /** Compare the clock with the server's. Ends in {@link Event.TimeMeasured}. */
  record MeasureTime(long ticket) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.measureTime(this);
    }
  }

  /** Journal the comparison. Ends in {@link Event.Anchored}. */
  record Anchor(long ticket, String run, Fact.TimeAnchored anchor) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.anchor(this);
    }
  }

  /** Send the next lines. Ends in {@link Event.PushAnswered}. */
  record Push(long ticket, String token, int lines, long bytes) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.push(this);
    }

    /** Without the token: this ends up in logs. */
    @Override
    public String toString() {
      return "Push[" + ticket + "]";
    }
  }

  /**
   * Write down what became of the lines of an epoch. Ends in {@link Event.Recorded}.
   *
   * @param divergence set if the server has another story of the epoch
   */
  record WriteDown(
      long ticket,
      String incarnation,
      int epoch,
      long through,
      List<Outcome> outcomes,
      @Nullable Divergence divergence)
      implements Action {
    public WriteDown {
      outcomes = List.copyOf(outcomes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.writeDown(this);
    }
  }

  /** Fetch the next rows. Ends in {@link Event.PullAnswered}. */
  record Pull(long ticket, String token, int rows, int waitSeconds) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pull(this);
    }

    /** Without the token: this ends up in logs. */
    @Override
    public String toString() {
      return "Pull[" + ticket + "]";
    }
  }

  /** Nobody waits for that pull any more. */
  record Cancel(long ticket) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cancel(this);
    }
  }

  /**
   * Take rows into the replica, and what follows for the journal. Ends in {@link Event.Applied}.
   */
  record Apply(long ticket, String since, PullPage page) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.apply(this);
    }
  }

  /**
   * Wait. Ends in {@link Event.Woke}.
   *
   * @param atMost milliseconds; by chance up to half of it less, so that devices spread
   */
  record Wake(long ticket, long atMost) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.wake(this);
    }
  }

  /** Tell those who wait: all is sent and fetched, or what went wrong. */
  record Finish(@Nullable Failure problem) implements Action {
    @Override
    public long ticket() {
      return NONE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.finish(this);
    }
  }
}
