package io.bincard.server.imports;

import java.util.List;

/** A file is no CSV, or not of the kind it was sent as: none of its rows can be judged. */
final class UnreadableSheetException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  UnreadableSheetException(List<Finding> findings) {
    super(findings.toString());
    this.findings = List.copyOf(findings);
  }

  UnreadableSheetException(int line, String message) {
    this(List.of(new Finding(line, "", message)));
  }

  List<Finding> findings() {
    return findings;
  }
}
