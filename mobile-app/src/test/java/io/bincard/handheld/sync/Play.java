package io.bincard.handheld.sync;

import io.bincard.handheld.journal.Batch;
import io.bincard.handheld.journal.Extent;
import io.bincard.handheld.journal.Outbox;
import io.bincard.handheld.journal.StoredLine;
import io.bincard.handheld.replica.ReplicaStore.Applied;
import io.bincard.model.operation.Fact;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Plays events to the agent and writes down what it wants done, in few words. */
final class Play {
  static final Fact.TimeAnchored ANCHOR = new Fact.TimeAnchored(5, 50, 1);
  static final Outbox NOTHING = new Outbox(0, false, true, false);
  static final Outbox NEW_RUN = new Outbox(0, false, false, false);
  static final Outbox NO_TIME_YET = new Outbox(3, false, true, false);
  static final Outbox READY = new Outbox(3, true, true, false);
  static final Outbox SOMEBODY_THERE = new Outbox(0, false, true, true);

  private final SyncAgent agent;
  private State state;
  private final Map<String, Long> tickets = new HashMap<>();
  private List<Action> last = List.of();

  Play(SyncPolicy policy) {
    agent = new SyncAgent(policy);
    state = agent.start();
  }

  State state() {
    return state;
  }

  List<Action> actions() {
    return last;
  }

  /** What the agent wants done after an event, in few words. */
  List<String> on(Event event) {
    Step step = agent.step(state, event);
    state = step.state();
    last = step.actions();
    List<String> words = new ArrayList<>();
    step.actions().forEach(action -> words.add(action.accept(new Words())));
    return words;
  }

  List<String> started(Outbox outbox) {
    return on(new Event.Started(outbox));
  }

  List<String> journaled(Outbox outbox) {
    return on(new Event.Journaled(outbox));
  }

  List<String> connected() {
    return on(new Event.Connected());
  }

  List<String> syncRequested(Outbox outbox) {
    return on(new Event.SyncRequested(outbox));
  }

  /** The last alarm that was set rings. */
  List<String> woke(Outbox outbox) {
    return on(new Event.Woke(ticket("wake"), outbox));
  }

  List<String> tokenGranted() {
    return on(new Event.TokenGranted(ticket("token"), "abc"));
  }

  List<String> timeMeasured() {
    return on(new Event.TimeMeasured(ticket("time"), "run-1", ANCHOR));
  }

  List<String> anchored(Outbox outbox) {
    return on(new Event.Anchored(ticket("anchor"), outbox));
  }

  /** Three lines from 5 to 7 were sent, and this is the answer. */
  List<String> pushAnswered(PushAnswer answer) {
    return on(new Event.PushAnswered(ticket("push"), batch(5, 7), new Extent(1, 9, 4), answer));
  }

  List<String> recorded(Outbox outbox) {
    return on(new Event.Recorded(ticket("write down"), outbox));
  }

  List<String> pullAnswered() {
    PullPage page = new PullPage("first", "c2", false, List.of());
    return on(new Event.PullAnswered(ticket("pull"), "c1", page));
  }

  List<String> applied(boolean more) {
    return on(new Event.Applied(ticket("apply"), Applied.DONE, more));
  }

  List<String> failed(String what, Failure.Kind kind) {
    return on(new Event.Failed(ticket(what), Failure.of(kind, "why"), what.equals("push") ? 3 : 0));
  }

  long ticket(String what) {
    return tickets.getOrDefault(what, -1L);
  }

  static Batch batch(long first, long last) {
    return new Batch(
        new PushHeader("d1", 1, null),
        LongStream.rangeClosed(first, last).mapToObj(Play::line).toList());
  }

  private static StoredLine line(long seq) {
    return new StoredLine(1, seq, new UUID(1, seq), "Taken", true, "hash" + seq, "{}");
  }

  static Outcome outcome(long seq, Outcome.Kind kind, @Nullable String code) {
    return new Outcome(seq, new UUID(1, seq), kind, code);
  }

  static List<Outcome> applied(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(seq -> outcome(seq, Outcome.Kind.APPLIED, null))
        .toList();
  }

  static PushAnswer taken(long through) {
    return new PushAnswer("first", through, "hash", null, applied(5, 7));
  }

  static PushAnswer gap(long sendFrom) {
    return new PushAnswer("first", sendFrom - 1, "hash", sendFrom, List.of());
  }

  private final class Words implements Action.Visitor<String> {
    private String said(String what, long ticket) {
      tickets.put(what, ticket);
      return what;
    }

    @Override
    public String askToken(Action.AskToken action) {
      return said("token", action.ticket());
    }

    @Override
    public String measureTime(Action.MeasureTime action) {
      return said("time", action.ticket());
    }

    @Override
    public String anchor(Action.Anchor action) {
      return said("anchor", action.ticket());
    }

    @Override
    public String push(Action.Push action) {
      return said("push", action.ticket()) + " " + action.lines();
    }

    @Override
    public String writeDown(Action.WriteDown action) {
      Divergence divergence = action.divergence();
      String first =
          divergence == null
              ? ""
              : "new epoch after "
                  + divergence.epoch()
                  + ", lost "
                  + lost(divergence.loss())
                  + "; ";
      return first + said("write down", action.ticket()) + " " + action.through();
    }

    @Override
    public String pull(Action.Pull action) {
      said("pull", action.ticket());
      return action.waitSeconds() == 0 ? "pull" : "listen";
    }

    @Override
    public String cancel(Action.Cancel action) {
      return "cancel";
    }

    @Override
    public String apply(Action.Apply action) {
      return said("apply", action.ticket());
    }

    private String lost(Fact.@Nullable LossDeclared loss) {
      return loss == null ? "nothing" : loss.fromSeq() + " to " + loss.throughSeq();
    }

    @Override
    public String wake(Action.Wake action) {
      return said("wake", action.ticket()) + " " + action.atMost();
    }

    @Override
    public String finish(Action.Finish action) {
      Failure problem = action.problem();
      return problem == null ? "done" : "done: " + problem.kind();
    }
  }
}
