package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Heads;
import io.bincard.model.stock.Ruling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The piece of a site's state that a {@link Closure} names, locked and as it is now.
 *
 * @param cards every card touched; a card without a row is empty
 * @param accountStatements of the accounts touched, from the earliest touched position on
 * @param earlierVoices counts of those accounts before that, of tasks that are spoken of again: a
 *     card that was not known then needs them to compare
 * @param settlements of the counts on those cards, by operation and item
 * @param lots of the items on those cards, as far as they have rows
 * @param scans the unknown scans of the barcodes concerned
 * @param discrepancies of the subjects touched, and those decided about
 */
public record Slice(
    SiteSettings settings,
    Map<CardKey, StoredCard> cards,
    Map<Account, List<AccountStatement>> accountStatements,
    Map<Account, List<AccountStatement>> earlierVoices,
    Map<UUID, Settled> settlements,
    Map<OrderLine, StoredLine> lines,
    Map<Closure.LotKey, Subject.LotState> lots,
    Map<String, List<UnknownScan>> scans,
    Map<String, List<Subject.Fork>> forks,
    Tolerances tolerances,
    List<StoredDiscrepancy> discrepancies) {
  public Slice {
    cards = Map.copyOf(cards);
    accountStatements = Map.copyOf(accountStatements);
    earlierVoices = Map.copyOf(earlierVoices);
    settlements = Map.copyOf(settlements);
    lines = Map.copyOf(lines);
    lots = Map.copyOf(lots);
    scans = Map.copyOf(scans);
    forks = Map.copyOf(forks);
    discrepancies = List.copyOf(discrepancies);
  }

  /** The same with other states of lots. */
  Slice withLots(Map<Closure.LotKey, Subject.LotState> others) {
    return new Slice(
        settings,
        cards,
        accountStatements,
        earlierVoices,
        settlements,
        lines,
        others,
        scans,
        forks,
        tolerances,
        discrepancies);
  }

  /** How a count was settled, for all items it covers. */
  public record Settled(
      Map<String, Map<String, Boolean>> acceptedByItem, boolean otherwise, Heads heads) {
    static Settled of(CountSettled record) {
      Map<String, Map<String, Boolean>> byItem = new HashMap<>();
      for (CountSettled.SettledKey key : record.keys()) {
        byItem.computeIfAbsent(key.item(), any -> new HashMap<>()).put(key.lot(), key.accepted());
      }
      Map<String, Heads.Head> heads = new HashMap<>();
      record
          .heads()
          .forEach(head -> heads.put(head.device(), new Heads.Head(head.epoch(), head.seq())));
      return new Settled(byItem, record.otherwise(), new Heads(heads));
    }

    Ruling.Settlement of(String item) {
      return new Ruling.Settlement(acceptedByItem.getOrDefault(item, Map.of()), otherwise, heads);
    }
  }
}
