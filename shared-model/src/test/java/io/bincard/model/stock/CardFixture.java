package io.bincard.model.stock;

import io.bincard.model.time.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A card of TEA in bin A-01 to write examples on. Time is the seq of one device, so that {@code
 * at(5)} is before {@code at(6)}; statements know what moved, as those of the server do.
 */
public final class CardFixture {
  public static final CardKey KEY = new CardKey("NORTH", Account.bin("A-01"), "TEA");

  private final BinCard card = new BinCard(KEY);
  private final List<BinCard.Movement> movements = new ArrayList<>();
  private Tolerance tolerance = Tolerance.NONE;

  public static Position at(long t) {
    return new Position(t, "H-1", 1, t, 0);
  }

  /** The operation that says something at t. */
  public static UUID operation(long t) {
    return new UUID(0, t);
  }

  public CardFixture tolerance(long units) {
    tolerance = new Tolerance(Quantity.units(units));
    return this;
  }

  public CardFixture moved(long t, String lot, long units) {
    Quantity delta = Quantity.units(units);
    card.move(at(t), lot, delta);
    movements.add(new BinCard.Movement(at(t), lot, delta));
    return this;
  }

  public CardFixture counted(long t, String user, String lot, long units) {
    return counted(t, "sheet 1", user, lot, units);
  }

  public CardFixture counted(long t, String task, String user, String lot, long units) {
    return count(t, task, user, new Coverage.OneLot(lot), units);
  }

  public CardFixture countedAcrossLots(long t, String user, long units) {
    return count(t, "sheet 1", user, new Coverage.AcrossLots(), units);
  }

  public CardFixture completed(long t, String user, String... listed) {
    return count(t, "sheet 1", user, new Coverage.EveryLotExcept(Set.of(listed)), 0);
  }

  private CardFixture count(long t, String task, String user, Coverage coverage, long units) {
    return state(
        new Statement.Count(
            at(t),
            operation(t).toString(),
            task,
            user,
            coverage,
            Quantity.units(units),
            Ruling.of(tolerance)));
  }

  public CardFixture foundShort(long t) {
    return state(new Statement.Shortage(at(t), operation(t).toString(), new Coverage.AcrossLots()));
  }

  public CardFixture drained(long t) {
    return state(new Statement.Drain(at(t), operation(t).toString(), Account.CUSTOMER));
  }

  private CardFixture state(Statement statement) {
    card.state(statement, movements);
    return this;
  }

  public CardFixture takenBack(long t) {
    card.retract(at(t));
    return this;
  }

  public CardFixture approved(long t) {
    return decided(t, Ruling.Decision.APPROVED);
  }

  public CardFixture rejected(long t) {
    return decided(t, Ruling.Decision.REJECTED);
  }

  private CardFixture decided(long t, Ruling.Decision decision) {
    card.rule(at(t), ruling(t).decided(decision));
    return this;
  }

  /** Settled when the one device's journal was known up to a seq. */
  public CardFixture settled(long t, long seen) {
    return settled(t, new Heads(Map.of("H-1", new Heads.Head(1, seen))));
  }

  public CardFixture settled(long t, Heads seen) {
    return settled(t, new Ruling.Settlement(Map.of(), true, seen));
  }

  public CardFixture settled(long t, Ruling.Settlement settlement) {
    card.rule(at(t), ruling(t).settled(settlement));
    return this;
  }

  private Ruling ruling(long t) {
    return ((Statement.Count) card.statementAt(at(t))).ruling();
  }

  public BinCard card() {
    return card;
  }

  public FoldedCard fold() {
    return card.fold();
  }

  public Quantity balance(String lot) {
    return fold().balance(lot);
  }

  public Reading reading(long t, String lot) {
    return entry(t).readings().get(lot);
  }

  public Status status(long t) {
    return reading(t, "").status();
  }

  public FoldedCard.Entry entry(long t) {
    return fold().byPosition().get(at(t));
  }
}
