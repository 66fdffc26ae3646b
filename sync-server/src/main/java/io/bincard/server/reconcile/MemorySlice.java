package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.BinCard;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.StockKey;
import io.bincard.model.time.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads the slice a closure names. Of a card it reads everything there is, where PostgreSQL reads
 * as little as will do; so a world that ends alike in both shows that little to be enough.
 */
final class MemorySlice {
  private final MemorySite site;
  private final Closure closure;
  private final Set<CardKey> cards = new HashSet<>();
  private final Map<Account, Long> since = new HashMap<>();

  MemorySlice(MemorySite site, Closure closure) {
    this.site = site;
    this.closure = closure;
  }

  Slice load() {
    expand();
    Map<UUID, Slice.Settled> settlements = new HashMap<>();
    site.settlements.forEach(
        (operation, settled) -> settlements.put(operation, Slice.Settled.of(settled)));
    Map<OrderLine, StoredLine> lines = lines();
    return new Slice(
        site.settings,
        storedCards(),
        accountStatements(true),
        accountStatements(false),
        settlements,
        lines,
        site.lots,
        scans(),
        forks(),
        new Tolerances(site.tolerances, site.classOfItem),
        discrepancies(lines.keySet()));
  }

  private void expand() {
    closure.cards().forEach((card, at) -> touch(card, at.t()));
    closure.wholeAccounts().forEach((account, at) -> since.merge(account, at.t(), Math::min));
    for (CardKey card : known()) {
      if (closure.wholeAccounts().containsKey(card.account())) {
        cards.add(card);
      }
    }
    for (StockKey key : site.balances.keySet()) {
      if (key.account().isContainer()
          && closure.lots().contains(new Closure.LotKey(key.item(), key.lot()))) {
        touch(key.card(), Long.MAX_VALUE);
      }
    }
  }

  private Set<CardKey> known() {
    Set<CardKey> known = new HashSet<>(site.statements.keySet());
    site.balances.keySet().forEach(key -> known.add(key.card()));
    return known;
  }

  private void touch(CardKey card, long t) {
    cards.add(card);
    since.merge(card.account(), t, Math::min);
  }

  private Map<CardKey, StoredCard> storedCards() {
    Map<CardKey, StoredCard> stored = new HashMap<>();
    for (CardKey card : cards) {
      stored.put(card, stored(card));
    }
    return stored;
  }

  private StoredCard stored(CardKey card) {
    Map<String, Quantity> balances = new HashMap<>();
    site.balances.forEach(
        (key, quantity) -> {
          if (key.card().equals(card)) {
            balances.put(key.lot(), quantity);
          }
        });
    List<BinCard.StoredStatement> statements = new ArrayList<>();
    Set<Position> resting = new HashSet<>();
    for (Plan.StatementRow row : site.statements.getOrDefault(card, new TreeMap<>()).values()) {
      statements.add(new BinCard.StoredStatement(row.statement(), row.readings()));
      if (row.resting()) {
        resting.add(row.statement().at());
      }
    }
    List<BinCard.Movement> movements = new ArrayList<>();
    List<Subject.LateEntry> late = new ArrayList<>();
    for (Plan.LedgerEntry entry : site.ledger.getOrDefault(card, List.of())) {
      String lot = entry.key().lot();
      if (entry.moved()) {
        movements.add(new BinCard.Movement(entry.cause(), lot, entry.delta()));
      }
      MemorySite.Journaled journaled = site.operations.get(entry.cause().place());
      if (entry.late() && journaled != null) {
        UUID operation = journaled.arrival().header().id();
        late.add(new Subject.LateEntry(operation, entry.cause(), lot, entry.delta()));
      }
    }
    return new StoredCard(balances, statements, resting, movements, late);
  }

  private Map<Account, List<AccountStatement>> accountStatements(boolean touched) {
    Map<Account, List<AccountStatement>> found = new HashMap<>();
    since.forEach(
        (account, t) ->
            found.put(
                account,
                site.accountStatements.getOrDefault(account, new TreeMap<>()).values().stream()
                    .filter(statement -> statement.at().t() >= t == touched)
                    .toList()));
    return found;
  }

  private Map<OrderLine, StoredLine> lines() {
    Set<OrderLine> wanted = new HashSet<>(closure.lines());
    for (OrderLine line : site.lines.keySet()) {
      if (closure.orders().contains(line.order())) {
        wanted.add(line);
      }
    }
    Map<OrderLine, StoredLine> stored = new HashMap<>();
    for (OrderLine line : wanted) {
      MemorySite.Line row = site.lines.getOrDefault(line, MemorySite.Line.NONE);
      List<Subject.LineEntry> entries =
          site.lineEntries.getOrDefault(line, List.of()).stream()
              .map(
                  step ->
                      new Subject.LineEntry(
                          step.operation(),
                          step.at(),
                          step.progress().stage(),
                          step.progress().quantity()))
              .toList();
      stored.put(
          line,
          new StoredLine(
              row.item(), row.ordered(), row.picked(), row.packed(), row.cancelled(), entries));
    }
    return stored;
  }

  private Map<String, List<UnknownScan>> scans() {
    Map<String, List<UnknownScan>> found = new HashMap<>();
    for (String code : closure.codes()) {
      found.put(code, List.copyOf(site.scans.getOrDefault(code, new TreeMap<>()).values()));
    }
    return found;
  }

  private Map<String, List<Subject.Fork>> forks() {
    Map<String, List<Subject.Fork>> found = new HashMap<>();
    for (String device : closure.forked()) {
      found.put(device, List.copyOf(site.forks.getOrDefault(device, new TreeMap<>()).values()));
    }
    return found;
  }

  private List<StoredDiscrepancy> discrepancies(Set<OrderLine> lines) {
    Set<String> scopes = new HashSet<>();
    cards.forEach(card -> scopes.add("card " + card.account() + " " + card.item()));
    lines.forEach(line -> scopes.add("line " + line));
    closure.codes().forEach(code -> scopes.add("barcode " + code));
    closure.forked().forEach(device -> scopes.add("device " + device));
    return site.discrepancies.values().stream()
        .filter(
            each -> scopes.contains(each.scope()) || closure.discrepancies().contains(each.key()))
        .toList();
  }
}
