package io.bincard.server.audit;

import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.ServerRecord.Allocated;
import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Reading;
import io.bincard.model.sync.Outcome;
import io.bincard.model.time.Anchor;
import io.bincard.model.time.Corrected;
import io.bincard.model.time.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the tables, as they are. */
final class Found {
  private Found() {}

  /** A row of a journal. */
  record Operation(
      String device,
      int epoch,
      long seq,
      UUID id,
      String hash,
      String prevHash,
      Corrected time,
      long arrived,
      String person,
      String type,
      Outcome.Kind outcome,
      boolean repeated,
      String line) {
    String name() {
      return "operation " + device + "/" + epoch + "/" + seq;
    }

    boolean isApplied() {
      return outcome == Outcome.Kind.APPLIED;
    }

    Position at(int index) {
      return new Position(time.t(), device, epoch, seq, index);
    }
  }

  /**
   * A device, and where its journal ends by its own row.
   *
   * @param ownClock it is a server: its operations happen when it writes them
   * @param lastT null before the first operation
   */
  record Device(
      String device,
      boolean ownClock,
      int epoch,
      long seq,
      String hash,
      @Nullable Long lastT,
      @Nullable Anchor lastAnchor) {}

  /** A line that records an anchor. */
  record AnchorLine(String device, int epoch, long seq, String line) {}

  /** A line that parts from a journal. */
  record Forked(String device, int epoch, long seq, String hash, UUID id, String line) {}

  /** An operation that counts as never made. */
  record Voided(UUID target, UUID by) {
    Key key() {
      return Key.of(target.toString());
    }
  }

  /**
   * A count that is final.
   *
   * @param record null if it cannot be read
   */
  record Settlement(UUID operation, @Nullable CountSettled record) {
    Key key() {
      return Key.of(operation.toString());
    }
  }

  /**
   * A meaning of a barcode.
   *
   * @param site empty if it means that in every site
   */
  record Barcode(String site, String code, long validFrom, String item, Quantity pack) {
    Key byCode() {
      return Key.of(code);
    }
  }

  /** A scan of a barcode the device did not know. */
  record Scan(
      String code,
      Position at,
      UUID operation,
      String source,
      String destination,
      Quantity packs,
      String resolvedItem,
      Quantity resolvedPack) {
    Key byCode() {
      return Key.of(code);
    }
  }

  /** A carton that is closed, or one that left the house. */
  record Carton(String carton, String order, UUID operation) {
    Key key() {
      return Key.of(carton, operation.toString());
    }

    Key keyByOrder() {
      return Key.of(order, carton, operation.toString());
    }
  }

  /** A statement on a card. */
  record Statement(
      String account,
      String item,
      Position at,
      UUID operation,
      String kind,
      Coverage coverage,
      String task,
      String person,
      Quantity stated,
      String contra,
      Quantity tolerance,
      String decision,
      Map<String, Reading> readings) {
    Key byCard() {
      return Key.of(account, item);
    }
  }

  /** A statement about all that is in an account. */
  record AccountStatement(
      String account,
      Position at,
      UUID operation,
      String kind,
      String task,
      String person,
      Set<CountedKey> except,
      String contra,
      String decision) {
    Key byAccount() {
      return Key.of(account);
    }
  }

  /** A balance, or the sum of what one effect added to one. */
  record Sum(List<String> to, @Nullable Position at, BigDecimal quantity) {
    Key key() {
      return new Key(to, at);
    }
  }

  /** An order. */
  record Order(
      String order, String customer, int priority, String state, List<Allocated.Allocation> stops) {
    Key key() {
      return Key.of(order);
    }
  }

  /** Who holds a piece of work. */
  record Work(String work, String device, String person, long fence, long expires) {
    Key key() {
      return Key.of(work);
    }
  }

  /** A line of an order. */
  record OrderLine(
      String order,
      int line,
      String item,
      Quantity ordered,
      Quantity picked,
      Quantity packed,
      boolean cancelled) {
    Key byOrder() {
      return Key.of(order);
    }
  }

  /** A discrepancy. */
  record Discrepancy(
      String code,
      String subject,
      boolean open,
      boolean holds,
      String fingerprint,
      String summary) {
    Key key() {
      return Key.of(code, subject);
    }
  }
}
