package io.bincard.model.operation;

import io.avaje.jsonb.Json;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a hand did to goods. It has happened, so it is never refused: where it does not fit the
 * books it is posted all the same, and a discrepancy is opened.
 */
public sealed interface Fact extends Body {

  /** From a bin into the hand of the author, where the other end is scanned later. */
  @Json
  record Taken(String location, Goods goods) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(Effect.Move.of(Account.bin(location), Account.hand(self.user()), goods));
    }
  }

  /** From the hand of the author into a bin. */
  @Json
  record Put(String location, Goods goods) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(Effect.Move.of(Account.hand(self.user()), Account.bin(location), goods));
    }
  }

  /** From a bin to another where both ends are scanned at one moment. */
  @Json
  record Moved(String from, String to, Goods goods) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(Effect.Move.of(Account.bin(from), Account.bin(to), goods));
    }
  }

  /** From a bin into a tote, for a line of an order. */
  @Json
  record Picked(OrderLine line, String location, String tote, Goods goods) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      Account into = Account.tote(tote);
      return List.of(
          Effect.Move.of(Account.bin(location), into, goods),
          new Effect.Progress(line, Effect.Stage.PICKED, goods.item(), goods.quantity(), into));
    }
  }

  /**
   * The bin held less than the line asked for.
   *
   * @param lot null if the picker was to take any lot
   * @param missing what could not be picked, above zero
   */
  @Json
  record PickedShort(
      OrderLine line,
      String location,
      String item,
      @Nullable String lot,
      Quantity missing,
      String reason)
      implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(new Effect.FoundShort(Account.bin(location), item, lot));
    }
  }

  /** Picked goods go back to a bin: a physical undo, a fact of its own. */
  @Json
  record PutBack(OrderLine line, String tote, String location, Goods goods) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      Account from = Account.tote(tote);
      Quantity back = goods.quantity().negated();
      return List.of(
          Effect.Move.of(from, Account.bin(location), goods),
          new Effect.Progress(line, Effect.Stage.PICKED, goods.item(), back, from));
    }
  }

  /** From a tote into a carton. */
  @Json
  record Packed(OrderLine line, String tote, String carton, Goods goods) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      Account into = Account.carton(carton);
      return List.of(
          Effect.Move.of(Account.tote(tote), into, goods),
          new Effect.Progress(line, Effect.Stage.PACKED, goods.item(), goods.quantity(), into));
    }
  }

  /** Out of a carton, back into a tote. */
  @Json
  record Unpacked(OrderLine line, String carton, String tote, Goods goods) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      Account from = Account.carton(carton);
      Quantity back = goods.quantity().negated();
      return List.of(
          Effect.Move.of(from, Account.tote(tote), goods),
          new Effect.Progress(line, Effect.Stage.PACKED, goods.item(), back, from));
    }
  }

  /**
   * The carton is taped and labelled.
   *
   * @param carton its SSCC
   */
  @Json
  record CartonClosed(String order, String carton) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(new Effect.Sealed(order, Account.carton(carton)));
    }
  }

  /** The cartons left the house with all that is in them. */
  @Json
  record Dispatched(String order, List<String> cartons) implements Fact {
    public Dispatched {
      cartons = List.copyOf(cartons);
    }

    @Override
    public List<Effect> effects(Operation self) {
      return cartons.stream()
          .<Effect>map(c -> new Effect.Emptied(order, Account.carton(c), Account.CUSTOMER))
          .toList();
    }
  }

  /**
   * The bin held so much of one key when this line was confirmed. A blank line is no operation.
   *
   * @param count groups the lines of one person's count of one bin
   * @param task the count task or sheet, within which two people can differ
   * @param quantity 0 or more; 0 says that none was seen
   */
  @Json
  record CountLine(
      UUID count, String task, String location, CountedKey key, Quantity quantity, Quantity pack)
      implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(
          new Effect.Counted(Account.bin(location), task, key.item(), key.lot(), quantity, false));
    }
  }

  /**
   * The whole bin was looked at: every key that is not listed has zero, also those heard of later.
   *
   * @param listed the keys that have a line of their own in this count
   * @param blank the keys that were shown and deliberately left open: nothing is said of them
   */
  @Json
  record BinCountCompleted(
      UUID count, String task, String location, List<CountedKey> listed, List<CountedKey> blank)
      implements Fact {
    public BinCountCompleted {
      listed = List.copyOf(listed);
      blank = List.copyOf(blank);
    }

    @Override
    public List<Effect> effects(Operation self) {
      Set<CountedKey> except = new HashSet<>(listed);
      except.addAll(blank);
      return List.of(new Effect.CountedRest(Account.bin(location), task, except));
    }
  }

  /**
   * Goods came in.
   *
   * @param delivery the delivery note, empty if there was none
   * @param deliveryLine from 1; 0 if there was no note
   */
  @Json
  record Received(String location, Goods goods, String delivery, int deliveryLine) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(Effect.Move.of(Account.SUPPLIER, Account.bin(location), goods));
    }
  }

  /**
   * A physical event changed what the bin holds: damaged, found. To correct a figure, count.
   *
   * @param goods its quantity is added: negative for what was lost
   */
  @Json
  record Adjusted(String location, Goods goods, String reason) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(Effect.Move.of(Account.ADJUSTMENT, Account.bin(location), goods));
    }
  }

  /** Used up in the house. */
  @Json
  record Issued(String location, Goods goods, String reason) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(Effect.Move.of(Account.bin(location), Account.CONSUMED, goods));
    }
  }

  /**
   * The device knew no item for a barcode. Where goods moved all the same, the ends are named, and
   * the move is posted as soon as somebody says what the barcode means.
   *
   * @param code the 14-digit GTIN, or the code as scanned
   * @param packs how many of what the barcode stands for
   */
  @Json
  record ScannedUnknown(
      String code, @Nullable Account source, @Nullable Account destination, Quantity packs)
      implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(new Effect.Unresolved(code, source, destination, packs));
    }
  }

  /** The author takes back an operation of this device, as if it had not been made. */
  @Json
  record Undone(UUID operation) implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(new Effect.Voided(operation));
    }
  }

  /**
   * The device compared its steady clock with the server's.
   *
   * @param monotonic its own clock at the middle of the exchange, microseconds of this run
   * @param serverTime microseconds since 1970-01-01T00:00Z
   * @param uncertainty half the round trip, microseconds
   */
  @Json
  record TimeAnchored(long monotonic, long serverTime, long uncertainty) implements Fact {}

  @Json
  record SignedIn() implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(new Effect.Presence(self.user(), true));
    }
  }

  @Json
  record SignedOut() implements Fact {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(new Effect.Presence(self.user(), false));
    }
  }

  /**
   * Operations of an earlier epoch are gone for good.
   *
   * @param throughSeq the last one that is missing; the server may hold some of them
   */
  @Json
  record LossDeclared(int lostEpoch, long fromSeq, long throughSeq, String reason)
      implements Fact {}
}
