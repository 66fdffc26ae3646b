package io.bincard.server.audit;

import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Reading;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.Tolerance;
import io.bincard.model.time.Position;
import io.bincard.server.audit.Difference.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the statements on a folded card with their rows. */
final class StatementCheck {
  private final Differences.Of differences;

  StatementCheck(Differences.Of differences) {
    this.differences = differences;
  }

  /**
   * Compares those of one card.
   *
   * @param known since when anything is known of the card; null if nothing ever was
   * @param rows by position; what is left of them has no business to be there
   */
  void compare(FoldedCard card, @Nullable Position known, Map<Position, Found.Statement> rows) {
    SortedMap<Position, Found.Statement> left = new TreeMap<>(rows);
    for (FoldedCard.Entry entry : card.entries()) {
      Found.Statement row = left.remove(entry.at());
      if (row != null) {
        compare(card.key(), entry, row);
      } else if (known != null && known.t() <= entry.at().t()) {
        differences.add(
            Kind.STATEMENT,
            name(card.key(), entry.at()),
            shown(entry.statement()) + ", " + shown(entry.readings().values()),
            "missing");
      }
    }
    left.forEach(
        (at, row) ->
            differences.add(
                Kind.STATEMENT,
                name(card.key(), at),
                "nothing was said of it",
                row.kind() + ", " + shown(row.readings().values())));
  }

  private void compare(CardKey card, FoldedCard.Entry entry, Found.Statement row) {
    String name = name(card, entry.at());
    Statement statement = entry.statement();
    compare(name, "kind", kind(statement), row.kind());
    compare(name, "operation", operation(statement), row.operation().toString());
    compare(name, "coverage", shown(statement.coverage()), shown(row.coverage()));
    if (statement instanceof Statement.Count count) {
      Tolerance tolerance = count.ruling().tolerance();
      compare(name, "task", count.task(), row.task());
      compare(name, "person", count.user(), row.person());
      compare(name, "stated", count.stated(), row.stated());
      compare(name, "tolerance", tolerance.units(), row.tolerance());
      compare(name, "decision", count.ruling().decision().name(), row.decision());
    } else if (statement instanceof Statement.Drain drain) {
      compare(name, "contra", drain.contra().toString(), row.contra());
    }
    TreeMap<String, Reading> lots = new TreeMap<>(row.readings());
    lots.putAll(entry.readings());
    for (String lot : lots.keySet()) {
      Reading expected = entry.readings().get(lot);
      Reading found = row.readings().get(lot);
      if (!areSame(expected, found)) {
        differences.add(
            Kind.STATEMENT,
            name + (lot.isEmpty() ? ", its reading" : ", its reading of lot " + lot),
            shown(expected),
            shown(found));
      }
    }
  }

  /** A lot that was heard of only later, or of which all is void, may have a reading or not. */
  private static boolean areSame(@Nullable Reading expected, @Nullable Reading found) {
    if (expected == null || found == null) {
      Reading only = expected == null ? found : expected;
      return only == null || (only.expected().isZero() && only.posted().isZero());
    }
    return expected.equals(found);
  }

  private void compare(String name, String column, Object expected, Object found) {
    differences.compare(Kind.STATEMENT, name + ", column " + column, expected, found);
  }

  private static String name(CardKey card, Position at) {
    return "statement on %s %s by operation %s/%d/%d"
        .formatted(card.account(), card.item(), at.device(), at.epoch(), at.seq());
  }

  private static String kind(Statement statement) {
    return switch (statement) {
      case Statement.Count count -> "COUNT";
      case Statement.Drain drain -> "DRAIN";
      case Statement.Shortage shortage -> "SHORTAGE";
    };
  }

  private static String operation(Statement statement) {
    return switch (statement) {
      case Statement.Count count -> count.operation();
      case Statement.Drain drain -> drain.operation();
      case Statement.Shortage shortage -> shortage.operation();
    };
  }

  private static String shown(Statement statement) {
    return statement instanceof Statement.Count count
        ? "COUNT of " + count.stated()
        : kind(statement);
  }

  private static String shown(Coverage coverage) {
    return switch (coverage) {
      case Coverage.OneLot one -> one.lot().isEmpty() ? "the item" : "lot " + one.lot();
      case Coverage.AcrossLots all -> "all lots together";
      case Coverage.EveryLotExcept except -> "every lot except " + new TreeSet<>(except.lots());
    };
  }

  private static String shown(Collection<Reading> readings) {
    return readings.isEmpty()
        ? "no readings"
        : String.join("; ", readings.stream().map(StatementCheck::shown).toList());
  }

  private static String shown(@Nullable Reading reading) {
    if (reading == null) {
      return "none";
    }
    Quantity posted = reading.posted();
    return "expected %s, posted %s, %s".formatted(reading.expected(), posted, reading.status());
  }
}
