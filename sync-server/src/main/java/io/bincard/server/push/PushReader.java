package io.bincard.server.push;

import io.bincard.model.operation.Operation;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import io.bincard.server.problem.FieldCheck;
import io.bincard.server.problem.ProblemException;
import io.bincard.server.problem.ProblemKind;
import io.bincard.server.reconcile.IncomingLine;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the body of a push: lines of JSON, the first a PushHeader, each other one an operation as
 * it stands in the journal. All of it is good, or nothing is taken.
 */
public final class PushReader {
  private final int mostLines;

  /**
   * @param mostLines operations in one push
   */
  public PushReader(int mostLines) {
    this.mostLines = mostLines;
  }

  /**
   * Reads and checks.
   *
   * @param site of the token
   * @param device of the token
   * @throws ProblemException naming line and field
   */
  public PushRequest read(byte[] body, String site, String device) {
    List<String> texts = texts(body);
    PushHeader header = header(texts.get(0));
    PushCheck check = new PushCheck(header, site, device);
    check.header();
    List<IncomingLine> lines = new ArrayList<>(texts.size() - 1);
    for (int number = 2; number <= texts.size(); number++) {
      IncomingLine line = line(number, texts.get(number - 1));
      check.line(number, line.header());
      lines.add(line);
    }
    return new PushRequest(header, lines);
  }

  private static PushHeader header(String text) {
    try {
      PushHeader header = WireJson.read(PushHeader.class, text);
      FieldCheck.flaw(header).ifPresent(flaw -> reject(1, flaw));
      return header;
    } catch (UnreadableException unreadable) {
      throw ProblemKind.MALFORMED.atLine(1, unreadable.field(), unreadable.reason());
    }
  }

  private static IncomingLine line(int number, String text) {
    try {
      IncomingLine line = IncomingLine.read(text);
      FieldCheck.flaw(line.header()).ifPresent(flaw -> reject(number, flaw));
      Operation operation = line.operation();
      boolean understood = operation != null && FieldCheck.flaw(operation).isEmpty();
      return understood ? line : new IncomingLine(line.header(), line.text(), line.hash(), null);
    } catch (UnreadableException unreadable) {
      throw ProblemKind.MALFORMED.atLine(number, unreadable.field(), unreadable.reason());
    }
  }

  private static void reject(int line, FieldCheck.Flaw flaw) {
    throw ProblemKind.MALFORMED.atLine(line, flaw.name(), flaw.reason());
  }

  // The hash of a line is that of its bytes, so nothing but the line feed is taken off.
  private List<String> texts(byte[] body) {
    List<String> texts = new ArrayList<>();
    for (int start = 0; start < body.length; ) {
      int end = start;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      texts.add(text(ByteBuffer.wrap(body, start, end - start), texts.size() + 1));
      if (texts.size() > mostLines + 1) {
        throw ProblemKind.TOO_LARGE.because(
            "A push has at most " + mostLines + " operations. Send them in several pushes.");
      }
      start = end + 1;
    }
    if (texts.isEmpty()) {
      throw ProblemKind.MALFORMED.atLine(1, "", "The body is empty. Its first line is the header.");
    }
    return texts;
  }

  private static String text(ByteBuffer bytes, int line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (text.indexOf('\0') >= 0) {
        throw ProblemKind.MALFORMED.atLine(line, "", "The line holds a NUL character.");
      }
      return text;
    } catch (CharacterCodingException invalid) {
      throw ProblemKind.MALFORMED.atLine(line, "", "The line is not UTF-8.");
    }
  }
}
