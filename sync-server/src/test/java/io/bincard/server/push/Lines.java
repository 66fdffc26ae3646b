package io.bincard.server.push;

import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.JournalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Journals of a handheld of site HAM. */
public final class Lines {
  private Lines() {}

  private static final String SIGNED_IN = "{\"type\":\"SignedIn\"}";

  /** So many lines of epoch 1, each naming the hash of the one before. */
  public static List<String> of(String device, int count) {
    return of(device, count, SIGNED_IN);
  }

  /**
   * Lines that say something else.
   *
   * @param body as JSON, whether it makes sense or not
   */
  public static List<String> of(String device, int count, String body) {
    List<String> lines = new ArrayList<>();
    String hash = "";
    for (int seq = 1; seq <= count; seq++) {
      String line = JournalLine.write(operation(device, seq, hash)).text().replace(SIGNED_IN, body);
      lines.add(line);
      hash = JournalLine.hash(line);
    }
    return lines;
  }

  /** A whole body: header and so many lines. */
  public static String body(String device, int count) {
    return body(device, of(device, count));
  }

  /** A whole body: header and these lines. */
  public static String body(String device, List<String> lines) {
    return "{\"device\":\"%s\",\"epoch\":1}\n%s\n".formatted(device, String.join("\n", lines));
  }

  private static Operation operation(String device, long seq, String prevHash) {
    return new Operation(
        UUID.randomUUID(),
        "HAM",
        device,
        1,
        seq,
        prevHash,
        "ada",
        new Clocks("run-1", seq * 1_000_000, 1_790_000_000_000_000L + seq * 1_000_000),
        "",
        "1.0",
        1,
        null,
        new Fact.SignedIn());
  }
}
