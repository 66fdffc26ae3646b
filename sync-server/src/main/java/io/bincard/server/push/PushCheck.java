package io.bincard.server.push;

import io.bincard.model.operation.Clocks;
import io.bincard.model.sync.LineHeader;
import io.bincard.model.sync.PushHeader;
import io.bincard.server.problem.ProblemKind;
import java.util.regex.Pattern;

/** Checks that the parts of a push belong together and lie within what can be. */
final class PushCheck {
  /** 9999-12-31T23:59:59.999999Z, microseconds since 1970. */
  private static final long LATEST = 253_402_300_799_999_999L;

  /** What a double still counts exactly; 285 years of microseconds. */
  private static final long LONGEST = 1L << 53;

  private static final int LONGEST_NAME = 200;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}|");

  private final PushHeader header;
  private final String site;
  private final String device;
  private long expectedSeq;

  /**
   * @param site of the token
   * @param device of the token
   */
  PushCheck(PushHeader header, String site, String device) {
    this.header = header;
    this.site = site;
    this.device = device;
  }

  void header() {
    same(1, "device", header.device(), device, "the token is that of");
    within(1, "epoch", header.epoch(), 1, Integer.MAX_VALUE);
    PushHeader.AnchorAhead anchor = header.anchor();
    if (anchor != null) {
      name(1, "anchor.run", anchor.run());
      within(1, "anchor.monotonic", anchor.monotonic(), 0, LONGEST);
      within(1, "anchor.serverTime", anchor.serverTime(), 0, LATEST);
      within(1, "anchor.uncertainty", anchor.uncertainty(), 0, LONGEST);
    }
  }

  /** To be called for each line in turn; the first may have any seq, the next follow it. */
  void line(int number, LineHeader line) {
    same(number, "site", line.site(), site, "the token is for");
    same(number, "device", line.device(), device, "the token is that of");
    if (line.epoch() != header.epoch()) {
      throw ProblemKind.MALFORMED.atLine(
          number,
          "epoch",
          "epoch is %d, but the header says %d. Send one epoch in one push."
              .formatted(line.epoch(), header.epoch()));
    }
    sequence(number, line.seq());
    if (!HASH.matcher(line.prevHash()).matches()) {
      throw ProblemKind.MALFORMED.atLine(
          number, "prevHash", "prevHash is neither empty nor 64 lower-case hexadecimal digits.");
    }
    name(number, "user", line.user());
    within(number, "version", line.version(), 1, Integer.MAX_VALUE);
    clocks(number, line.clocks());
  }

  private void sequence(int number, long seq) {
    within(number, "seq", seq, 1, LONGEST);
    if (expectedSeq != 0 && seq != expectedSeq) {
      throw ProblemKind.MALFORMED.atLine(
          number,
          "seq",
          "seq is %d, but the line before was %d. Send the journal in its order, without gaps."
              .formatted(seq, expectedSeq - 1));
    }
    expectedSeq = seq + 1;
  }

  private static void clocks(int number, Clocks clocks) {
    name(number, "clocks.run", clocks.run());
    within(number, "clocks.monotonic", clocks.monotonic(), 0, LONGEST);
    within(number, "clocks.wall", clocks.wall(), 0, LATEST);
  }

  private static void same(int line, String field, String actual, String expected, String why) {
    if (!actual.equals(expected)) {
      throw ProblemKind.MALFORMED.atLine(
          line, field, "%s is '%s', but %s '%s'.".formatted(field, actual, why, expected));
    }
  }

  private static void within(int line, String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw ProblemKind.MALFORMED.atLine(
          line, field, "%s is %d; it must be from %d to %d.".formatted(field, value, least, most));
    }
  }

  private static void name(int line, String field, String value) {
    if (value.isEmpty() || value.length() > LONGEST_NAME) {
      throw ProblemKind.MALFORMED.atLine(
          line, field, "%s must have 1 to %d characters.".formatted(field, LONGEST_NAME));
    }
  }
}
