package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.stock.BinCard;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is stored of one card, as far back as the arrivals reach.
 *
 * @param balances by lot
 * @param statements in canonical order: all from the earliest one that may still change on
 * @param resting the positions of those that nothing later can change
 * @param movements since the earliest statement that is new on this card
 * @param late what was posted before a settled count that had not seen it, per movement
 */
public record StoredCard(
    Map<String, Quantity> balances,
    List<BinCard.StoredStatement> statements,
    Set<Position> resting,
    List<BinCard.Movement> movements,
    List<Subject.LateEntry> late) {
  public static final StoredCard EMPTY =
      new StoredCard(Map.of(), List.of(), Set.of(), List.of(), List.of());

  public StoredCard {
    balances = Map.copyOf(balances);
    statements = List.copyOf(statements);
    resting = Set.copyOf(resting);
    movements = List.copyOf(movements);
    late = List.copyOf(late);
  }
}
