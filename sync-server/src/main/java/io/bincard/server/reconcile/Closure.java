package io.bincard.server.reconcile;

import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.CardKey;
import io.bincard.model.time.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All state that the arrivals can change, and how far back. Everything in it is locked, loaded and
 * looked at again; nothing else is.
 */
public final class Closure {
  private final Map<CardKey, Position> cards = new HashMap<>();
  private final Map<Account, Position> wholeAccounts = new HashMap<>();
  private final Map<CardKey, Position> newStatements = new HashMap<>();
  private final Map<Account, Position> newAccountStatements = new HashMap<>();
  private final Set<String> tasks = new HashSet<>();
  private final Set<OrderLine> lines = new HashSet<>();
  private final Set<String> orders = new HashSet<>();
  private final Set<String> codes = new HashSet<>();
  private final Set<StoredDiscrepancy.Key> discrepancies = new HashSet<>();
  private final Set<LotKey> lots = new HashSet<>();
  private final Set<String> forked = new HashSet<>();
  private final Set<UUID> counts = new HashSet<>();

  /** Names a lot of an item. */
  public record LotKey(String item, String lot) {}

  void touch(CardKey card, Position at) {
    cards.merge(card, at, Closure::earlier);
  }

  void touchAll(Account account, Position at) {
    wholeAccounts.merge(account, at, Closure::earlier);
  }

  void state(CardKey card, Position at, String task) {
    touch(card, at);
    newStatements.merge(card, at, Closure::earlier);
    if (!task.isEmpty()) {
      tasks.add(task);
    }
  }

  void stateAll(Account account, Position at, String task) {
    touchAll(account, at);
    newAccountStatements.merge(account, at, Closure::earlier);
    if (!task.isEmpty()) {
      tasks.add(task);
    }
  }

  void line(OrderLine line) {
    lines.add(line);
  }

  void order(String order) {
    orders.add(order);
  }

  void code(String code) {
    codes.add(code);
  }

  void discrepancy(StoredDiscrepancy.Key key) {
    discrepancies.add(key);
  }

  void lot(String item, String lot) {
    lots.add(new LotKey(item, lot));
  }

  void fork(String device) {
    forked.add(device);
  }

  void count(UUID operation) {
    counts.add(operation);
  }

  private static Position earlier(Position one, Position other) {
    return one.isBefore(other) ? one : other;
  }

  /** The cards touched, each with the earliest position something happens at. */
  public Map<CardKey, Position> cards() {
    return cards;
  }

  /** The accounts of which every card is touched. */
  public Map<Account, Position> wholeAccounts() {
    return wholeAccounts;
  }

  /** The cards that get a statement, with the position of the earliest one. */
  public Map<CardKey, Position> newStatements() {
    return newStatements;
  }

  /** The accounts of which every card gets a statement. */
  public Map<Account, Position> newAccountStatements() {
    return newAccountStatements;
  }

  /** The count tasks that get another voice: their earlier counts are needed to compare. */
  public Set<String> tasks() {
    return tasks;
  }

  public Set<OrderLine> lines() {
    return lines;
  }

  /** Orders of which every line is touched. */
  public Set<String> orders() {
    return orders;
  }

  /** Barcodes whose unknown scans are looked at again. */
  public Set<String> codes() {
    return codes;
  }

  /** Discrepancies somebody decided about. */
  public Set<StoredDiscrepancy.Key> discrepancies() {
    return discrepancies;
  }

  /** Lots whose status changes: every container that holds some is looked at again. */
  public Set<LotKey> lots() {
    return lots;
  }

  /** Devices whose journals part. */
  public Set<String> forked() {
    return forked;
  }

  /** Counts whose settlement is needed. */
  public Set<UUID> counts() {
    return counts;
  }
}
