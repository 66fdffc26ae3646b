package io.bincard.handheld.sync;

import io.bincard.handheld.journal.Outbox;
import io.bincard.handheld.replica.ReplicaStore;
import io.bincard.handheld.sync.Lane.Phase;
import io.bincard.handheld.sync.State.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of the agent while it is being made: the state it began with, and what has changed. */
final class Turn implements Event.Visitor<Boolean> {
  private final SyncPolicy policy;
  private final List<Action> actions = new ArrayList<>();

  private Outbox outbox;
  private @Nullable String token;
  private long tokenTicket;
  private Lane push;
  private Lane pull;
  private int pushLines;
  private boolean pullAgain;
  private Goal goal;
  private long tickets;

  Turn(SyncPolicy policy, State state) {
    this.policy = policy;
    outbox = state.outbox();
    token = state.token();
    tokenTicket = state.tokenTicket();
    push = state.push();
    pull = state.pull();
    pushLines = state.pushLines();
    pullAgain = state.pullAgain();
    goal = state.goal();
    tickets = state.tickets();
  }

  Step end() {
    State state =
        new State(outbox, token, tokenTicket, push, pull, pushLines, pullAgain, goal, tickets);
    return new Step(state, actions);
  }

  // What comes from outside.

  @Override
  public Boolean started(Event.Started event) {
    outbox = event.outbox();
    startPush();
    startPull();
    return true;
  }

  @Override
  public Boolean journaled(Event.Journaled event) {
    outbox = event.outbox();
    if (push.phase() == Phase.IDLE) {
      startPush();
    }
    return true;
  }

  @Override
  public Boolean connected(Event.Connected event) {
    if (push.phase() == Phase.BACKING_OFF) {
      startPush();
    }
    if (pull.phase() == Phase.BACKING_OFF || pull.phase() == Phase.LISTENING) {
      // One that listens may listen to a line that is dead.
      pullFresh();
    }
    return true;
  }

  @Override
  public Boolean syncRequested(Event.SyncRequested event) {
    outbox = event.outbox();
    goal = Goal.SEND_ALL;
    if (push.rests()) {
      startPush();
    }
    return true;
  }

  @Override
  public Boolean woke(Event.Woke event) {
    outbox = event.outbox();
    if (isFor(push, Phase.BACKING_OFF, event.ticket())) {
      startPush();
    } else if (isFor(push, Phase.IDLE, event.ticket())) {
      stayKnown();
    } else if (isFor(pull, Phase.BACKING_OFF, event.ticket())
        || isFor(pull, Phase.IDLE, event.ticket())) {
      startPull();
    }
    return true;
  }

  // Tokens, which both lanes need.

  private @Nullable String tokenOrAsk() {
    if (token == null && tokenTicket == 0) {
      tokenTicket = nextTicket();
      actions.add(new Action.AskToken(tokenTicket));
    }
    return token;
  }

  @Override
  public Boolean tokenGranted(Event.TokenGranted event) {
    if (event.ticket() != tokenTicket) {
      return false;
    }
    tokenTicket = 0;
    token = event.token();
    if (push.phase() == Phase.WAITING_FOR_TOKEN) {
      send();
    }
    if (pull.phase() == Phase.WAITING_FOR_TOKEN) {
      startPull();
    }
    return true;
  }

  // Pushing: measure the time, journal it, send up to there, write down the answer.

  private void startPush() {
    if (outbox.sendable() && outbox.anchored()) {
      send();
    } else if (outbox.unsent() > 0 || !outbox.anchored()) {
      measureTime();
    } else {
      restFromPush();
    }
  }

  private void restFromPush() {
    pushLines = policy.pushLines();
    push = push.in(Phase.IDLE, nextTicket());
    if (outbox.attended()) {
      actions.add(new Action.Wake(push.ticket(), policy.anchorEvery()));
    }
    if (goal == Goal.SEND_ALL) {
      goal = Goal.THEN_FETCH_ALL;
      pullFresh();
    }
  }

  /** Counts settle only once every device with somebody at work was heard of after them. */
  private void stayKnown() {
    if (outbox.attended()) {
      measureTime();
    } else {
      startPush();
    }
  }

  private void measureTime() {
    push = push.in(Phase.MEASURING_TIME, nextTicket());
    actions.add(new Action.MeasureTime(push.ticket()));
  }

  @Override
  public Boolean timeMeasured(Event.TimeMeasured event) {
    if (!isFor(push, Phase.MEASURING_TIME, event.ticket())) {
      return false;
    }
    push = push.in(Phase.ANCHORING, nextTicket());
    return actions.add(new Action.Anchor(push.ticket(), event.run(), event.anchor()));
  }

  @Override
  public Boolean anchored(Event.Anchored event) {
    if (!isFor(push, Phase.ANCHORING, event.ticket())) {
      return false;
    }
    outbox = event.outbox();
    if (outbox.sendable()) {
      send();
    } else {
      backOffPush(
          Failure.of(
              Failure.Kind.DEVICE, "The device's clock started anew while it was compared."));
    }
    return true;
  }

  private void send() {
    String shown = tokenOrAsk();
    if (shown == null) {
      push = push.in(Phase.WAITING_FOR_TOKEN, 0);
    } else {
      push = push.in(Phase.PUSHING, nextTicket());
      actions.add(new Action.Push(push.ticket(), shown, pushLines, policy.pushBytes()));
    }
  }

  @Override
  public Boolean pushAnswered(Event.PushAnswered event) {
    if (!isFor(push, Phase.PUSHING, event.ticket())) {
      return false;
    }
    Optional<PushReading> read = PushReading.of(event.batch(), event.extent(), event.answer());
    if (read.isEmpty()) {
      backOffPush(
          Failure.of(Failure.Kind.UNEXPECTED, "The server's answer does not fit what was sent."));
      return false;
    }
    PushReading reading = read.get();
    push = reading.forward() ? push.well() : push.failed(wentBack());
    push = push.in(Phase.RECORDING, nextTicket());
    return actions.add(
        new Action.WriteDown(
            push.ticket(),
            event.answer().incarnation(),
            event.extent().epoch(),
            reading.through(),
            reading.outcomes(),
            reading.divergence()));
  }

  private static Failure wentBack() {
    return Failure.of(Failure.Kind.UNEXPECTED, "The server asks for what was sent before.");
  }

  @Override
  public Boolean recorded(Event.Recorded event) {
    if (!isFor(push, Phase.RECORDING, event.ticket())) {
      return false;
    }
    outbox = event.outbox();
    if (push.failures() > 1) {
      // Once is a server that was restored; again and again is one that is out of its mind.
      backOffPush(wentBack());
    } else if (outbox.unsent() > 0) {
      startPush();
    } else {
      push = push.well();
      startPush();
      pullSoon();
    }
    return true;
  }

  private void backOffPush(Failure failure) {
    push = backOff(push, failure);
    if (goal != Goal.NONE) {
      finish(failure);
    }
  }

  // Pulling: fetch a page, take it in, and again while there is more.

  private void startPull() {
    pull(0);
  }

  private void pull(int wait) {
    String shown = tokenOrAsk();
    if (shown == null) {
      pull = pull.in(Phase.WAITING_FOR_TOKEN, 0);
    } else {
      pull = pull.in(wait == 0 ? Phase.PULLING : Phase.LISTENING, nextTicket());
      actions.add(new Action.Pull(pull.ticket(), shown, policy.pullRows(), wait));
    }
  }

  /** The server has something new: what this device sent. One who listens will hear it anyway. */
  private void pullSoon() {
    if (pull.phase() == Phase.IDLE) {
      startPull();
    }
  }

  /** A pull that begins now, and is answered at once. */
  private void pullFresh() {
    if (pull.rests()) {
      startPull();
    } else if (pull.phase() == Phase.LISTENING) {
      actions.add(new Action.Cancel(pull.ticket()));
      startPull();
    } else if (pull.phase() != Phase.WAITING_FOR_TOKEN) {
      pullAgain = true;
    }
  }

  @Override
  public Boolean pullAnswered(Event.PullAnswered event) {
    boolean isWaitedFor =
        isFor(pull, Phase.PULLING, event.ticket()) || isFor(pull, Phase.LISTENING, event.ticket());
    if (!isWaitedFor) {
      return false;
    }
    pull = pull.in(Phase.APPLYING, nextTicket());
    return actions.add(new Action.Apply(pull.ticket(), event.since(), event.page()));
  }

  @Override
  public Boolean applied(Event.Applied event) {
    if (!isFor(pull, Phase.APPLYING, event.ticket())) {
      return false;
    }
    if (event.what() == ReplicaStore.Applied.OUTDATED) {
      backOffPull(Failure.of(Failure.Kind.DEVICE, "The rows that came do not fit what is here."));
      return false;
    }
    pull = pull.well();
    if (event.more() || event.what() == ReplicaStore.Applied.STARTED_OVER) {
      startPull();
    } else if (pullAgain) {
      pullAgain = false;
      startPull();
    } else {
      restFromPull();
    }
    return true;
  }

  private void restFromPull() {
    if (goal == Goal.THEN_FETCH_ALL) {
      finish(null);
    }
    if (policy.waitSeconds() > 0) {
      pull(policy.waitSeconds());
    } else {
      pull = pull.in(Phase.IDLE, nextTicket());
      actions.add(new Action.Wake(pull.ticket(), policy.pullEvery()));
    }
  }

  private void backOffPull(Failure failure) {
    pull = backOff(pull, failure);
    pullAgain = false;
    if (goal == Goal.THEN_FETCH_ALL) {
      finish(failure);
    }
  }

  // What goes wrong.

  @Override
  public Boolean failed(Event.Failed event) {
    if (event.ticket() == tokenTicket) {
      tokenTicket = 0;
      if (push.phase() == Phase.WAITING_FOR_TOKEN) {
        backOffPush(event.failure());
      }
      if (pull.phase() == Phase.WAITING_FOR_TOKEN) {
        backOffPull(event.failure());
      }
    } else if (event.ticket() == push.ticket()) {
      pushFailed(event.failure(), event.lines());
    } else if (event.ticket() == pull.ticket()) {
      pullFailed(event.failure());
    }
    return true;
  }

  private void pushFailed(Failure failure, int lines) {
    boolean firstTime = push.failures() == 0;
    if (failure.kind() == Failure.Kind.UNAUTHORIZED) {
      token = null;
    }
    if (failure.kind() == Failure.Kind.UNAUTHORIZED && firstTime) {
      push = push.failed(failure);
      send();
    } else if (failure.kind() == Failure.Kind.TOO_LARGE && lines > 1) {
      pushLines = lines / 2;
      send();
    } else {
      backOffPush(failure);
    }
  }

  private void pullFailed(Failure failure) {
    boolean firstTime = pull.failures() == 0;
    if (failure.kind() == Failure.Kind.UNAUTHORIZED) {
      token = null;
    }
    if (failure.kind() == Failure.Kind.UNAUTHORIZED && firstTime) {
      pull = pull.failed(failure);
      startPull();
    } else {
      backOffPull(failure);
    }
  }

  private Lane backOff(Lane lane, Failure failure) {
    Lane failed = lane.failed(failure).in(Phase.BACKING_OFF, nextTicket());
    // Chance takes up to half of the time off, and the server is not asked before it wants to be.
    long atMost = Math.max(policy.retryAfter(failed.failures()), 2 * failure.retryAfter());
    actions.add(new Action.Wake(failed.ticket(), atMost));
    return failed;
  }

  private void finish(@Nullable Failure problem) {
    goal = Goal.NONE;
    actions.add(new Action.Finish(problem));
  }

  private static boolean isFor(Lane lane, Phase phase, long ticket) {
    return lane.phase() == phase && lane.ticket() == ticket;
  }

  private long nextTicket() {
    return ++tickets;
  }
}
