package io.bincard.handheld.work;

import io.bincard.model.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a scan, an answer or a button. The sound and the screen follow from it. */
public sealed interface Reply {
  /** The answers to a question that is answered by yes or no. */
  List<String> YES_OR_NO = List.of("yes", "no");

  /**
   * It is in the journal, durably: the time for the beep.
   *
   * @param operations what was recorded, in order, at least one
   * @param next what is expected now
   */
  record Recorded(List<Operation> operations, Message message, Message next) implements Reply {
    public Recorded {
      operations = List.copyOf(operations);
    }
  }

  /** Nothing was recorded, and nothing was wrong: this is expected now. */
  record Expected(Message next) implements Reply {}

  /**
   * This does not go here.
   *
   * @param message what was scanned, and what was expected
   * @param next what is expected still
   * @param recorded what was written down about it all the same, for example that nobody knows the
   *     barcode; null if nothing was
   */
  record Wrong(Message message, Message next, @Nullable Operation recorded) implements Reply {}

  /**
   * Nothing is recorded before this is answered, and nothing at all if the answer is no.
   *
   * @param questions all that is unusual about it, at least one; one answer for all
   * @param answers to choose from; where it is no question of yes or no, another may be typed
   */
  record Ask(List<Message> questions, List<String> answers) implements Reply {
    public Ask {
      questions = List.copyOf(questions);
      answers = List.copyOf(answers);
    }
  }

  /** What was looked up. */
  record Found(Finding finding) implements Reply {}

  /** There is nothing more to be done here. */
  record Done(Message message) implements Reply {}
}
