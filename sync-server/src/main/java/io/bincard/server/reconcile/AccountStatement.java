package io.bincard.server.reconcile;

import io.bincard.model.operation.CountedKey;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Ruling;
import io.bincard.model.stock.Statement;
import io.bincard.model.time.Position;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement about everything in an account, also about items heard of only later: the rest of a
 * bin is empty, or a container left with all that is in it.
 *
 * @param except the keys it says nothing of
 * @param contra where the contents of a container went; null for a count
 */
public record AccountStatement(
    UUID operation,
    Position at,
    Account account,
    String task,
    String user,
    Set<CountedKey> except,
    @Nullable Account contra,
    Ruling.Decision decision) {
  public AccountStatement {
    except = Set.copyOf(except);
  }

  AccountStatement decided(Ruling.Decision other) {
    return new AccountStatement(operation, at, account, task, user, except, contra, other);
  }

  /** What it says of one item; null if nothing. */
  @Nullable Statement about(String item, Ruling ruling) {
    if (contra != null) {
      return new Statement.Drain(at, operation.toString(), contra);
    }
    if (except.contains(new CountedKey(item, null))) {
      return null;
    }
    Set<String> lots = new HashSet<>();
    for (CountedKey key : except) {
      if (key.item().equals(item) && key.lot() != null) {
        lots.add(key.lot());
      }
    }
    Coverage coverage = new Coverage.EveryLotExcept(lots);
    return new Statement.Count(
        at, operation.toString(), task, user, coverage, Quantity.ZERO, ruling.decided(decision));
  }
}
