package io.bincard.server.audit;

import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.Heads;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Ruling;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.Tolerance;
import io.bincard.model.time.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes statements about one card of what the journals say. */
final class Statements {
  private final PostgresBooks books;
  private final Tolerances tolerances;

  Statements(PostgresBooks books, String site) {
    this.books = books;
    this.tolerances = new Tolerances(books.tolerances(site));
  }

  /**
   * What somebody said of one item.
   *
   * @param row the tolerance was frozen in it; null if there is none
   */
  Statement of(Notes.Said said, Found.@Nullable Statement row) {
    String operation = said.operation().toString();
    Coverage coverage =
        said.lot() == null ? new Coverage.AcrossLots() : new Coverage.OneLot(said.lot());
    Quantity quantity = said.stated();
    if (quantity == null) {
      return new Statement.Shortage(said.at(), operation, coverage);
    }
    Tolerance tolerance = tolerance(said.at(), said.account().code(), said.item(), row);
    Ruling ruling = ruling(tolerance, said.verdict(), said.item());
    return new Statement.Count(
        said.at(), operation, said.task(), said.user(), coverage, quantity, ruling);
  }

  /** What somebody said of one item by speaking of all in its account; null if nothing. */
  @Nullable Statement of(Notes.SaidOfAll said, String item, Found.@Nullable Statement row) {
    String operation = said.operation().toString();
    if (said.contra() != null) {
      return new Statement.Drain(said.at(), operation, said.contra());
    }
    Set<String> lots = new HashSet<>();
    for (CountedKey key : said.except()) {
      if (key.item().equals(item)) {
        if (key.lot() == null) {
          return null;
        }
        lots.add(key.lot());
      }
    }
    Tolerance tolerance = tolerance(said.at(), said.account().code(), item, row);
    return new Statement.Count(
        said.at(),
        operation,
        said.task(),
        said.user(),
        new Coverage.EveryLotExcept(lots),
        Quantity.ZERO,
        ruling(tolerance, said.verdict(), item));
  }

  private Tolerance tolerance(
      Position at, String location, String item, Found.@Nullable Statement row) {
    if (row != null && tolerances.explain(row.tolerance(), at.t(), location, item)) {
      return new Tolerance(row.tolerance());
    }
    String itemClass = tolerances.knowClasses() ? books.classOf(item) : "";
    return new Tolerance(tolerances.at(at.t(), location, item, itemClass));
  }

  private static Ruling ruling(Tolerance tolerance, Notes.Verdict verdict, String item) {
    CountSettled settled = verdict.settled();
    return new Ruling(
        tolerance, verdict.decision(), settled == null ? null : settlement(settled, item));
  }

  private static Ruling.Settlement settlement(CountSettled settled, String item) {
    Map<String, Boolean> accepted = new HashMap<>();
    for (CountSettled.SettledKey key : settled.keys()) {
      if (key.item().equals(item)) {
        accepted.put(key.lot(), key.accepted());
      }
    }
    Map<String, Heads.Head> heads = new HashMap<>();
    for (CountSettled.DeviceHead head : settled.heads()) {
      heads.put(head.device(), new Heads.Head(head.epoch(), head.seq()));
    }
    return new Ruling.Settlement(accepted, settled.otherwise(), new Heads(heads));
  }
}
