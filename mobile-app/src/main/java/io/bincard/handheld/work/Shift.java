package io.bincard.handheld.work;

import io.bincard.handheld.device.DeviceClock;
import io.bincard.handheld.device.Randomness;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.replica.View;
import io.bincard.model.barcode.Scan;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Account;
import io.bincard.model.sync.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Somebody's time at a device, from logging in to logging out: what all work is done with. It
 * remembers what was done lately, so there is one at a time, from {@link LogIn}.
 */
public final class Shift {
  /** How far back work that was begun is looked for. An order has a few hundred operations. */
  private static final int REMEMBERED = 2_000;

  private static final Set<Class<? extends Body>> WORK =
      Set.of(
          Fact.Taken.class,
          Fact.Put.class,
          Fact.Moved.class,
          Fact.Picked.class,
          Fact.PickedShort.class,
          Fact.PutBack.class,
          Fact.Packed.class,
          Fact.Unpacked.class,
          Fact.CartonClosed.class,
          Fact.Dispatched.class,
          Fact.CountLine.class,
          Fact.BinCountCompleted.class,
          Fact.Received.class,
          Fact.Undone.class);

  private final String user;
  private final View view;
  private final Journal journal;
  private final DeviceClock clock;
  private final Randomness randomness;
  private final ScanReader reader;
  private final List<Operation> recent = new ArrayList<>();
  private final Map<UUID, Long> grants = new HashMap<>();

  /**
   * @param user who works; the author of everything that is recorded
   */
  public Shift(String user, View view, Journal journal, DeviceClock clock, Randomness randomness) {
    this.user = user;
    this.view = view;
    this.journal = journal;
    this.clock = clock;
    this.randomness = randomness;
    this.reader = new ScanReader(view);
    recent.addAll(journal.latest(WORK, REMEMBERED));
    Collections.reverse(recent);
  }

  public String user() {
    return user;
  }

  View view() {
    return view;
  }

  String device() {
    return journal.identity().map(identity -> identity.device()).orElse("");
  }

  Scanned read(Scan scan) {
    return reader.read(scan, clock.now().wall());
  }

  /** Today where the site is. */
  LocalDate today() {
    Instant now = Instant.EPOCH.plus(clock.now().wall(), ChronoUnit.MICROS);
    return LocalDate.ofInstant(now, view.site().map(Shift::zone).orElse(ZoneOffset.UTC));
  }

  private static ZoneId zone(Row.Site site) {
    try {
      return ZoneId.of(site.zone());
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  /** What is in a bin or container; what the books say is below zero is not there. */
  List<Row.Stock> contents(Account account) {
    return view.stock(account).stream().filter(row -> row.quantity().isPositive()).toList();
  }

  /** What people call an item. */
  String name(String item) {
    return view.item(item).map(Row.Item::name).orElse(item);
  }

  UUID newId() {
    return randomness.id(clock.now().wall());
  }

  /** Records without a scan. */
  Operation record(Body body) {
    return remember(journal.append(user, null, body).operation());
  }

  /** Records what a scan led to. */
  Operation record(Scanned scanned, Body body) {
    return remember(journal.append(user, scanned.raw(), body).operation());
  }

  /**
   * Records what was found out under one grant of some work.
   *
   * @param grant the work's fence
   */
  synchronized Operation recordUnder(long grant, Body body) {
    Operation operation = record(body);
    grants.put(operation.id(), grant);
    return operation;
  }

  /** Whether it was recorded in this shift, and under this grant of its work. */
  synchronized boolean isUnder(long grant, Operation operation) {
    return grants.getOrDefault(operation.id(), 0L) == grant;
  }

  private synchronized Operation remember(Operation operation) {
    recent.add(operation);
    return operation;
  }

  /** What this device did about something and did not take back, oldest first. */
  synchronized List<Operation> done(Predicate<Body> about) {
    Set<UUID> undone = new HashSet<>();
    for (Operation operation : recent) {
      if (operation.body() instanceof Fact.Undone undo) {
        undone.add(undo.operation());
      }
    }
    return recent.stream()
        .filter(operation -> about.test(operation.body()) && !undone.contains(operation.id()))
        .toList();
  }
}
