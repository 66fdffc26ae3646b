package io.bincard.handheld.replica;

import io.bincard.handheld.journal.Identity;
import io.bincard.handheld.journal.Journal;
import io.bincard.model.sync.Row;
import java.util.List;

/** How far the server's state contains this device's journal, as far as it was pulled. */
public final class OwnHeads {
  private OwnHeads() {}

  public static List<Row.Head> in(ReplicaStore replica, Journal journal) {
    return replica.read(base -> in(base, journal));
  }

  static List<Row.Head> in(Base base, Journal journal) {
    return journal
        .identity()
        .map(Identity::device)
        .map(device -> base.rows(RowType.HEAD, device))
        .orElse(List.of());
  }
}
