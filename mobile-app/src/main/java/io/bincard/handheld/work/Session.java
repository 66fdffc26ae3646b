package io.bincard.handheld.work;

import io.bincard.model.barcode.Scan;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work in somebody's hands. Each scan, answer and button gets a reply.
 *
 * <p>What was done is in the journal and in the view; a session remembers only where one stands. So
 * one that is made anew after a restart goes on where the old one was. Several threads may call it;
 * they wait for each other. A method that throws has left everything as it was; of one that records
 * several operations, those before the failure stand.
 */
public abstract class Session {
  private final Shift shift;
  private @Nullable Question question;

  /** A question that is open, and what becomes of its answer. */
  private record Question(
      Reply.Ask ask,
      Function<String, Optional<Reply>> answered,
      Function<Scanned, Optional<Reply>> scanned) {}

  Session(Shift shift) {
    this.shift = shift;
  }

  final Shift shift() {
    return shift;
  }

  /** What is expected now. Changes nothing. */
  public final synchronized Reply next() {
    return question == null ? prompt() : question.ask();
  }

  /** A barcode was scanned, or its number typed. */
  public final Reply scanned(Scan scan) {
    return scanned(scan, Quantity.units(1));
  }

  /**
   * A barcode was scanned once for several packs.
   *
   * @param packs how many of what the barcode stands for, above zero
   */
  public final synchronized Reply scanned(Scan scan, Quantity packs) {
    if (!packs.isPositive()) {
      throw new IllegalArgumentException("packs must be above zero, not " + packs);
    }
    Scanned scanned = shift.read(scan);
    Question open = question;
    return open == null ? take(scanned, packs) : close(open, () -> open.scanned().apply(scanned));
  }

  /**
   * The open question was answered.
   *
   * @param answer one of those that were offered, or where it is no question of yes or no, another
   */
  public final synchronized Reply answered(String answer) {
    Question open = question;
    return open == null ? prompt() : close(open, () -> open.answered().apply(answer));
  }

  private Reply close(Question open, Supplier<Optional<Reply>> answer) {
    question = null;
    boolean answered = false;
    try {
      Optional<Reply> reply = answer.get();
      answered = reply.isPresent();
      return reply.orElse(open.ask());
    } finally {
      if (!answered) {
        question = open;
      }
    }
  }

  /** The last thing that was done here is taken back. */
  public final synchronized Reply undo() {
    question = null;
    return takeBack();
  }

  abstract Reply prompt();

  abstract Reply take(Scanned scanned, Quantity packs);

  abstract Reply takeBack();

  /** Another button was pressed: an open question is dropped. */
  final void drop() {
    question = null;
  }

  /** What is expected now, as words. */
  final Message expected() {
    Reply prompt = prompt();
    if (prompt instanceof Reply.Done done) {
      return done.message();
    }
    return prompt instanceof Reply.Expected expected
        ? expected.next()
        : Message.of(MessageKey.ANSWER_FIRST);
  }

  final Reply.Recorded recorded(Message message, Operation... operations) {
    return new Reply.Recorded(List.of(operations), message, expected());
  }

  final Reply.Wrong wrong(Message message) {
    return new Reply.Wrong(message, expected(), null);
  }

  /**
   * Nobody knows what this barcode is: that is written down, so that somebody can say.
   *
   * @param packs how many were scanned
   */
  final Reply.Wrong unknown(Scanned scanned, Quantity packs) {
    Optional<Message> tooLong = Longest.BARCODE.refusal(scanned.code());
    if (tooLong.isPresent()) {
      return wrong(tooLong.get());
    }
    Operation recorded =
        shift.record(scanned, new Fact.ScannedUnknown(scanned.code(), null, null, packs));
    Message message =
        scanned
            .fault()
            .map(fault -> Message.of(MessageKey.BARCODE_UNREADABLE).with("fault", fault))
            .orElse(Message.of(MessageKey.BARCODE_UNKNOWN))
            .with("code", scanned.code());
    return new Reply.Wrong(message, expected(), recorded);
  }

  /**
   * Takes back the last of some steps.
   *
   * @param standThere goes back to where it was done
   */
  final Reply takeBackLast(List<Operation> steps, Consumer<Body> standThere) {
    if (steps.isEmpty()) {
      return wrong(Message.of(MessageKey.NOTHING_TO_UNDO));
    }
    Operation last = steps.get(steps.size() - 1);
    Operation operation = shift.record(new Fact.Undone(last.id()));
    standThere.accept(last.body());
    return recorded(Message.of(MessageKey.UNDONE), operation);
  }

  /** Goes on if nothing is unusual, or if the person agrees. */
  final Reply unless(List<Message> concerns, Supplier<Reply> then) {
    if (concerns.isEmpty()) {
      return then.get();
    }
    Reply.Ask ask = new Reply.Ask(concerns, Reply.YES_OR_NO);
    question =
        new Question(
            ask,
            answer -> {
              if (answer.equals("yes")) {
                return Optional.of(then.get());
              }
              return answer.equals("no") ? Optional.of(declined()) : Optional.empty();
            },
            scan -> Optional.empty());
    return ask;
  }

  /** Nothing was recorded; on as before. */
  private Reply declined() {
    return new Reply.Expected(expected());
  }

  /**
   * Goes on with the name that is chosen, typed or scanned. One that is too long leaves the
   * question open.
   *
   * @param choices offered; any other text is as good
   * @param fromScan what of a scan answers the question
   */
  final Reply choose(
      Message which,
      List<String> choices,
      Function<Scanned, Optional<String>> fromScan,
      Function<String, Reply> then) {
    Reply.Ask ask = new Reply.Ask(List.of(which), choices);
    Function<String, Reply> chosen =
        text -> {
          Optional<Message> tooLong = Longest.NAME.refusal(text);
          if (tooLong.isEmpty()) {
            return then.apply(text);
          }
          choose(which, choices, fromScan, then);
          return new Reply.Wrong(tooLong.get(), which, null);
        };
    question =
        new Question(
            ask,
            answer ->
                answer.isBlank() ? Optional.empty() : Optional.of(chosen.apply(answer.strip())),
            scan -> fromScan.apply(scan).map(chosen));
    return ask;
  }
}
