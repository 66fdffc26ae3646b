package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.ServerRecord;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Ruling;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.StockKey;
import io.bincard.model.stock.Tolerance;
import io.bincard.model.time.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans what the arrivals do to a slice of state. Pure: no input or output, no clock, no SQL.
 *
 * <p>The steps follow docs/architecture.md, "Reconciling": statements first, so that movements fall
 * on the right side of them; then rulings; then movements; then every card is folded.
 */
final class Planner {
  private final String site;
  private final List<Arrival> arrivals;
  private final Changes changes;
  private final References references;
  private final Slice slice;
  private final long now;

  private final SortedMap<CardKey, CardPlan> cards = new TreeMap<>();
  private final Map<Account, List<AccountStatement>> accountStatements = new HashMap<>();
  private final Map<Position, AccountStatement> changedAccountStatements = new TreeMap<>();
  private final List<Position> retractedAccountStatements = new ArrayList<>();
  private final SortedMap<StockKey, Quantity> balances = new TreeMap<>();
  private final List<Plan.LedgerEntry> ledger = new ArrayList<>();
  private final Map<UUID, Slice.Settled> settlements;

  private Planner(
      String site,
      List<Arrival> arrivals,
      Changes changes,
      References references,
      Slice slice,
      long now) {
    this.site = site;
    this.arrivals = arrivals;
    this.changes = changes;
    this.references = references;
    this.slice = slice.withLots(lots(arrivals, slice));
    this.now = now;
    this.settlements = new HashMap<>(slice.settlements());
  }

  /**
   * Plans.
   *
   * @param head where the device's journal ends once the arrivals have their place
   * @param forked lines that part from the journal; kept apart
   * @param now the database's time, microseconds since 1970-01-01T00:00Z
   */
  static Plan plan(
      String site,
      List<Arrival> arrivals,
      List<Plan.ForkedLine> forked,
      Changes changes,
      References references,
      Slice slice,
      @Nullable JournalHead head,
      long now) {
    return new Planner(site, arrivals, changes, references, slice, now).plan(forked, head);
  }

  private Plan plan(List<Plan.ForkedLine> forked, @Nullable JournalHead head) {
    ScanPlan scans = new ScanPlan(Meanings.after(arrivals, references), changes, slice);
    LinePlan lines = new LinePlan(arrivals, changes, slice);
    layOutCards();
    changes.all().forEach(this::stateAboutAccounts);
    changes.all().forEach(this::stateAboutCards);
    stateEarlierVoices();
    arrivals.stream().filter(Arrival::isApplied).forEach(this::rule);
    changes.all().forEach(this::move);
    scans.moves().forEach(this::move);

    LocalDate today =
        Instant.ofEpochMilli(now / 1000).atZone(slice.settings().zone()).toLocalDate();
    DiscrepancyPlan discrepancies = new DiscrepancyPlan(slice.discrepancies(), now);
    List<Plan.StatementRow> statements = new ArrayList<>();
    List<Plan.RetractedStatement> retracted = new ArrayList<>();
    for (CardPlan card : cards.values()) {
      CardPlan.Result result = card.result(slice, today);
      result.balanceDeltas().forEach((lot, d) -> balances.put(result.key().lot(lot), d));
      result.ledger().forEach(this::post);
      statements.addAll(result.statements());
      retracted.addAll(result.retracted());
      discrepancies.found(result.subject(), result.findings());
    }
    scans.subjects().forEach(discrepancies::look);
    lines.subjects().forEach(discrepancies::look);
    lookAtForks(forked, discrepancies);
    arrivals.forEach(arrival -> accept(arrival, discrepancies));
    return new Plan(
        arrivals,
        forked,
        changes.voids(),
        balances,
        List.copyOf(ledger),
        statements,
        retracted,
        List.copyOf(changedAccountStatements.values()),
        retractedAccountStatements,
        bodies(ServerRecord.CountSettled.class),
        lines.changes(),
        lines.steps(),
        sealings(),
        deliveries(),
        departures(),
        scans.changed(),
        scans.retracted().stream().map(UnknownScan::at).toList(),
        presence(),
        arrivals.stream().filter(Planner::isGoverning).toList(),
        meanings(),
        discrepancies.changes(),
        head);
  }

  /** The states of lots as these arrivals leave them. */
  private static Map<Closure.LotKey, Subject.LotState> lots(List<Arrival> arrivals, Slice slice) {
    Map<Closure.LotKey, Subject.LotState> lots = new HashMap<>(slice.lots());
    for (Arrival arrival : arrivals) {
      if (arrival.isApplied()) {
        if (body(arrival) instanceof Decision.LotHeld held) {
          hold(lots, new Closure.LotKey(held.item(), held.lot()), true);
        } else if (body(arrival) instanceof Decision.LotReleased released) {
          hold(lots, new Closure.LotKey(released.item(), released.lot()), false);
        }
      }
    }
    return lots;
  }

  private static void hold(
      Map<Closure.LotKey, Subject.LotState> lots, Closure.LotKey lot, boolean held) {
    Subject.LotState before = lots.get(lot);
    lots.put(lot, new Subject.LotState(before == null ? null : before.expiry(), held));
  }

  private void layOutCards() {
    slice.cards().forEach((key, stored) -> cards.put(key, new CardPlan(key, stored)));
    slice
        .accountStatements()
        .forEach((account, list) -> accountStatements.put(account, new ArrayList<>(list)));
    for (Arrival arrival : arrivals) {
      if (arrival.isApplied() && body(arrival) instanceof ServerRecord.CountSettled settled) {
        settlements.put(settled.operation(), Slice.Settled.of(settled));
      }
    }
    cards.forEach(
        (key, card) ->
            accountStatements
                .getOrDefault(key.account(), List.of())
                .forEach(statement -> stateOn(key, card, statement)));
  }

  /** A card that was not known when the statement was made is covered by it all the same. */
  private void stateOn(CardKey key, CardPlan card, AccountStatement statement) {
    if (!card.has(statement.at())) {
      Ruling ruling = ruling(key.account(), key.item(), statement.at(), statement.operation());
      Statement about = statement.about(key.item(), ruling);
      if (about != null) {
        card.state(about);
      }
    }
  }

  /** Somebody of the same task had counted the whole place before this card was known. */
  private void stateEarlierVoices() {
    cards.forEach(
        (key, card) ->
            slice.earlierVoices().getOrDefault(key.account(), List.of()).stream()
                .filter(statement -> card.hasCountOf(statement.task()))
                .forEach(statement -> stateOn(key, card, statement)));
  }

  private Ruling ruling(Account account, String item, Position at, UUID operation) {
    Tolerance tolerance = slice.tolerances().at(at.t(), account.code(), item);
    Slice.Settled settled = settlements.get(operation);
    return new Ruling(tolerance, Ruling.Decision.NONE, settled == null ? null : settled.of(item));
  }

  private void stateAboutAccounts(Change change) {
    AccountStatement statement =
        switch (change.effect()) {
          case Effect.CountedRest rest ->
              new AccountStatement(
                  change.operation(),
                  change.at(),
                  rest.bin(),
                  rest.task(),
                  change.user(),
                  rest.except(),
                  null,
                  Ruling.Decision.NONE);
          case Effect.Emptied emptied ->
              new AccountStatement(
                  change.operation(),
                  change.at(),
                  emptied.container(),
                  "",
                  change.user(),
                  java.util.Set.of(),
                  emptied.to(),
                  Ruling.Decision.NONE);
          default -> null;
        };
    if (statement == null) {
      return;
    }
    if (change.undone()) {
      retractedAccountStatements.add(change.at());
    } else {
      changedAccountStatements.put(change.at(), statement);
    }
    cards.forEach(
        (key, card) -> {
          if (key.account().equals(statement.account())) {
            if (change.undone()) {
              card.retract(change.at());
            } else {
              stateOn(key, card, statement);
            }
          }
        });
  }

  private void stateAboutCards(Change change) {
    switch (change.effect()) {
      case Effect.Counted counted -> {
        CardKey key = new CardKey(site, counted.bin(), counted.item());
        if (change.undone()) {
          card(key).retract(change.at());
        } else {
          card(key).state(count(change, counted));
        }
      }
      case Effect.FoundShort found -> {
        CardKey key = new CardKey(site, found.bin(), found.item());
        if (change.undone()) {
          card(key).retract(change.at());
        } else {
          String operation = change.operation().toString();
          card(key).state(new Statement.Shortage(change.at(), operation, coverage(found.lot())));
        }
      }
      default -> {
        // no statement about one card
      }
    }
  }

  private Statement.Count count(Change change, Effect.Counted counted) {
    Ruling ruling = ruling(counted.bin(), counted.item(), change.at(), change.operation());
    return new Statement.Count(
        change.at(),
        change.operation().toString(),
        counted.task(),
        change.user(),
        coverage(counted.lot()),
        counted.quantity(),
        counted.approved() ? ruling.decided(Ruling.Decision.APPROVED) : ruling);
  }

  private static Coverage coverage(@Nullable String lot) {
    return lot == null ? new Coverage.AcrossLots() : new Coverage.OneLot(lot);
  }

  private void rule(Arrival arrival) {
    switch (body(arrival)) {
      // It stays posted, and is flagged as one that would not be by what is known now.
      case Fact.Undone undone when references.settled().contains(undone.operation()) ->
          decide(undone.operation(), Ruling.Decision.REJECTED);
      case Decision.CountApproved approved ->
          decide(approved.operation(), Ruling.Decision.APPROVED);
      case Decision.CountRejected rejected ->
          decide(rejected.operation(), Ruling.Decision.REJECTED);
      case ServerRecord.CountSettled settled -> {
        Slice.Settled end = Slice.Settled.of(settled);
        cards.forEach((key, card) -> card.settle(settled.operation(), end.of(key.item())));
      }
      case null, default -> {
        // rules on no count
      }
    }
  }

  private void decide(UUID operation, Ruling.Decision decision) {
    cards.values().forEach(card -> card.decide(operation, decision));
    for (List<AccountStatement> statements : accountStatements.values()) {
      for (AccountStatement statement : statements) {
        if (statement.operation().equals(operation)) {
          changedAccountStatements.put(statement.at(), statement.decided(decision));
        }
      }
    }
  }

  private void move(Change change) {
    if (change.effect() instanceof Effect.Move move) {
      Quantity quantity = change.undone() ? move.quantity().negated() : move.quantity();
      move(change, move, move.from(), quantity.negated());
      move(change, move, move.to(), quantity);
    }
  }

  private void move(Change change, Effect.Move move, Account account, Quantity delta) {
    CardKey key = new CardKey(site, account, move.item());
    if (account.isPhysical()) {
      card(key).move(change, move, delta);
    } else {
      post(new Plan.LedgerEntry(key.lot(move.lot()), change.at(), true, false, delta));
    }
  }

  /** Entries of the world outside change its balance at once: nobody makes statements about it. */
  private void post(Plan.LedgerEntry entry) {
    ledger.add(entry);
    if (!entry.key().account().isPhysical()) {
      balances.merge(entry.key(), entry.delta(), Quantity::plus);
    }
  }

  private CardPlan card(CardKey key) {
    CardPlan card = cards.get(key);
    if (card == null) {
      throw new IllegalStateException("the closure is too small: " + key + " is not loaded");
    }
    return card;
  }

  private void lookAtForks(List<Plan.ForkedLine> forked, DiscrepancyPlan discrepancies) {
    if (forked.isEmpty()) {
      return;
    }
    String device = forked.get(0).header().device();
    Map<String, Subject.Fork> forks = new TreeMap<>();
    slice.forks().getOrDefault(device, List.of()).forEach(fork -> forks.put(fork.hash(), fork));
    for (Plan.ForkedLine line : forked) {
      forks.put(
          line.hash(),
          new Subject.Fork(
              line.header().epoch(), line.header().seq(), line.hash(), line.header().id()));
    }
    List<Subject.Fork> ordered =
        forks.values().stream()
            .sorted(
                java.util.Comparator.comparingInt(Subject.Fork::epoch)
                    .thenComparingLong(Subject.Fork::seq)
                    .thenComparing(Subject.Fork::hash))
            .toList();
    discrepancies.look(new Subject.Device(device, ordered));
  }

  private static void accept(Arrival arrival, DiscrepancyPlan discrepancies) {
    if (arrival.isApplied() && body(arrival) instanceof Decision.Accepted accepted) {
      discrepancies.accept(accepted);
    }
  }

  private List<Plan.Sealing> sealings() {
    List<Plan.Sealing> sealings = new ArrayList<>();
    for (Change change : changes.all()) {
      if (change.effect() instanceof Effect.Sealed carton) {
        sealings.add(
            new Plan.Sealing(carton, change.device(), change.operation(), change.undone()));
      }
    }
    return sealings;
  }

  private List<Plan.Departure> departures() {
    List<Plan.Departure> departures = new ArrayList<>();
    for (Change change : changes.all()) {
      if (change.effect() instanceof Effect.Emptied carton) {
        departures.add(new Plan.Departure(carton, change.operation(), change.undone()));
      }
    }
    return departures;
  }

  /** Receipts that name their delivery note, by the movement that begins or ceases to count. */
  private List<Plan.DeliveryStep> deliveries() {
    Map<UUID, Fact.Received> receipts = new HashMap<>();
    arrivals.forEach(arrival -> receipt(arrival.operation(), receipts));
    references.targets().values().forEach(target -> receipt(target.operation(), receipts));
    List<Plan.DeliveryStep> steps = new ArrayList<>();
    for (Change change : changes.all()) {
      Fact.Received received = receipts.get(change.operation());
      if (received != null && change.effect() instanceof Effect.Move move) {
        Quantity quantity = change.undone() ? move.quantity().negated() : move.quantity();
        steps.add(new Plan.DeliveryStep(received.delivery(), received.deliveryLine(), quantity));
      }
    }
    return steps;
  }

  private static void receipt(@Nullable Operation operation, Map<UUID, Fact.Received> receipts) {
    if (operation != null
        && operation.body() instanceof Fact.Received received
        && !received.delivery().isEmpty()) {
      receipts.put(operation.id(), received);
    }
  }

  private List<Plan.Presence> presence() {
    List<Plan.Presence> presence = new ArrayList<>();
    for (Change change : changes.all()) {
      if (change.effect() instanceof Effect.Presence who && !change.undone()) {
        presence.add(new Plan.Presence(change.device(), who));
      }
    }
    return presence;
  }

  private List<Plan.Meant> meanings() {
    List<Plan.Meant> meanings = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      if (arrival.isApplied() && body(arrival) instanceof Decision.BarcodeAssigned assigned) {
        Meaning meaning = new Meaning(arrival.time().t(), assigned.item(), assigned.pack(), true);
        meanings.add(new Plan.Meant(assigned.code(), meaning, arrival.header().id()));
      }
    }
    return meanings;
  }

  private <T extends Body> List<T> bodies(Class<T> type) {
    return arrivals.stream()
        .filter(Arrival::isApplied)
        .map(Planner::body)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static boolean isGoverning(Arrival arrival) {
    return arrival.isApplied() && body(arrival) != null && !(body(arrival) instanceof Fact);
  }

  private static @Nullable Body body(Arrival arrival) {
    return arrival.operation() == null ? null : arrival.operation().body();
  }
}
