package io.bincard.handheld.journal;

import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.WireJson;
import java.util.List;

/** Some lines of one epoch, to be sent together. */
public record Batch(PushHeader header, List<StoredLine> lines) {
  public Batch {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a batch has lines");
    }
  }

  /** As it is sent: the header, then the exact lines, each with a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder(WireJson.write(header)).append('\n');
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  public int epoch() {
    return header.epoch();
  }

  public long first() {
    return lines.get(0).seq();
  }

  public long last() {
    return lines.get(lines.size() - 1).seq();
  }
}
