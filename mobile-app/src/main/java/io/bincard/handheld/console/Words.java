package io.bincard.handheld.console;

import io.bincard.handheld.work.Finding;
import io.bincard.handheld.work.Message;
import io.bincard.handheld.work.Reply;
import io.bincard.handheld.work.Texts;
import io.bincard.model.stock.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts a reply on one line. */
final class Words {
  private final Texts texts = new Texts(Locale.ENGLISH);

  Line line(Reply reply) {
    if (reply instanceof Reply.Recorded recorded) {
      return Line.of("recorded", say(recorded.message()) + " " + say(recorded.next()));
    } else if (reply instanceof Reply.Expected expected) {
      return Line.of("expected", say(expected.next()));
    } else if (reply instanceof Reply.Wrong wrong) {
      return Line.of("wrong", say(wrong.message()) + " " + say(wrong.next()));
    } else if (reply instanceof Reply.Ask ask) {
      String answers = ask.answers().isEmpty() ? "" : " [" + String.join(", ", ask.answers()) + "]";
      return Line.of("ask", say(ask.questions()) + answers);
    } else if (reply instanceof Reply.Found found) {
      return Line.of("found", say(found.finding()));
    } else if (reply instanceof Reply.Done done) {
      return Line.of("done", say(done.message()));
    }
    throw new AssertionError("a reply nobody puts into words: " + reply);
  }

  private String say(List<Message> messages) {
    return messages.stream().map(this::say).collect(Collectors.joining(" "));
  }

  private String say(Message message) {
    return texts.say(message);
  }

  private static String say(Finding finding) {
    return finding.toString();
  }

  /**
   * Reads a quantity that somebody typed.
   *
   * @throws Misuse if it is none
   */
  static Quantity quantity(String typed) {
    try {
      return Quantity.parse(typed);
    } catch (IllegalArgumentException invalid) {
      throw new Misuse(typed + ": " + invalid.getMessage());
    }
  }
}
