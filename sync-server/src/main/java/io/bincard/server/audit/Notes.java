package io.bincard.server.audit;

import io.avaje.jsonb.Json;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Ruling;
import io.bincard.model.time.Position;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms in which an audit takes down what the journals say. */
@Json.Import(Position.class)
final class Notes {
  private Notes() {}

  /**
   * Something a journal says about one operation: a piece of what it did, or a verdict on it that
   * another one holds. Brought together by the operation, so that verdicts meet what they are
   * about.
   */
  @Json(typeProperty = "note")
  @Json.SubType(type = Side.class)
  @Json.SubType(type = Said.class)
  @Json.SubType(type = SaidOfAll.class)
  @Json.SubType(type = Step.class)
  @Json.SubType(type = Scan.class)
  @Json.SubType(type = Left.class)
  @Json.SubType(type = Closed.class)
  @Json.SubType(type = Voiding.class)
  @Json.SubType(type = Decided.class)
  @Json.SubType(type = Settled.class)
  sealed interface Note {
    /** The operation it is about. */
    UUID operation();

    default Key byOperation() {
      return Key.of(operation().toString());
    }
  }

  /** Something that belongs on one bin card. */
  @Json(typeProperty = "note")
  @Json.SubType(type = Side.class)
  @Json.SubType(type = Said.class)
  sealed interface OnCard extends Note {
    Account account();

    String item();

    Position at();

    default Key card() {
      return Key.of(account().toString(), item());
    }
  }

  /** One side of a movement: what an account gets, negative for what leaves it. */
  @Json
  record Side(UUID operation, Position at, Account account, String item, String lot, Quantity delta)
      implements OnCard {}

  /**
   * What somebody said of one item in a bin.
   *
   * @param lot null for all lots together
   * @param stated null if somebody only found too little
   */
  @Json
  record Said(
      UUID operation,
      Position at,
      Account account,
      String item,
      @Nullable String lot,
      String task,
      String user,
      @Nullable Quantity stated,
      Verdict verdict)
      implements OnCard {
    Said with(Verdict other) {
      return new Said(operation, at, account, item, lot, task, user, stated, other);
    }
  }

  /**
   * What somebody said of all that is in an account.
   *
   * @param except what it says nothing of
   * @param contra where the contents went; null for a count of zero
   */
  @Json
  record SaidOfAll(
      UUID operation,
      Position at,
      Account account,
      String task,
      String user,
      List<CountedKey> except,
      @Nullable Account contra,
      Verdict verdict)
      implements Note {
    SaidOfAll {
      except = List.copyOf(except);
    }

    Key inAccount() {
      return Key.of(account().toString());
    }

    SaidOfAll with(Verdict other) {
      return new SaidOfAll(operation, at, account, task, user, except, contra, other);
    }
  }

  /** A step of an order line. */
  @Json
  record Step(UUID operation, Position at, OrderLine line, Effect.Stage stage, Quantity added)
      implements Note {}

  /** A scan of a barcode the device did not know. */
  @Json
  record Scan(
      UUID operation,
      Position at,
      String code,
      @Nullable Account source,
      @Nullable Account destination,
      Quantity packs)
      implements Note {
    Key byCode() {
      return Key.of(code).at(at);
    }
  }

  /** A carton left the house, for an order. */
  @Json
  record Left(UUID operation, Position at, String order, String carton) implements Note {
    Key byCarton() {
      return Key.of(order, carton, operation.toString());
    }
  }

  /** A carton was closed. */
  @Json
  record Closed(UUID operation, String carton, String order) implements Note {
    Key byCarton() {
      return Key.of(carton, operation.toString());
    }
  }

  /** Another operation makes it void. */
  @Json
  record Voiding(UUID operation, UUID by) implements Note {}

  /** A supervisor decided about this count. */
  @Json
  record Decided(UUID operation, Position at, Ruling.Decision decision) implements Note {}

  /** This count was made final. */
  @Json
  record Settled(UUID operation, Position at, CountSettled record) implements Note {}

  /** What is known of a count besides itself. */
  @Json
  record Verdict(Ruling.Decision decision, @Nullable CountSettled settled) {
    static final Verdict NONE = new Verdict(Ruling.Decision.NONE, null);

    /** This, but with what another decided where this decides nothing. */
    Verdict orElse(Verdict other) {
      return new Verdict(decision == Ruling.Decision.NONE ? other.decision : decision, settled);
    }
  }
}
