package io.bincard.server.reconcile;

import io.bincard.model.operation.Effect;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Reading;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.StockKey;
import io.bincard.model.sync.LineHeader;
import io.bincard.model.time.Position;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is to be written, and nothing else: the result of planning, applied as it is.
 *
 * @param journal operations that take their place in a journal
 * @param balances what is added to each balance; zero makes the row known
 * @param accountStatements new ones, and those somebody decided about
 * @param governing decisions, intents and server records whose rows are their concern's own
 * @param discrepancies as they are from now on
 * @param head where the journal of the device ends now
 */
public record Plan(
    List<Arrival> journal,
    List<ForkedLine> forked,
    List<Voiding> voids,
    SortedMap<StockKey, Quantity> balances,
    List<LedgerEntry> ledger,
    List<StatementRow> statements,
    List<RetractedStatement> retracted,
    List<AccountStatement> accountStatements,
    List<Position> retractedAccountStatements,
    List<ServerRecord.CountSettled> settlements,
    SortedMap<OrderLine, LineChange> lines,
    List<LineStep> lineSteps,
    List<Sealing> cartons,
    List<DeliveryStep> deliveries,
    List<Departure> departures,
    List<UnknownScan> scans,
    List<Position> retractedScans,
    List<Presence> presence,
    List<Arrival> governing,
    List<Meant> meanings,
    List<StoredDiscrepancy> discrepancies,
    @Nullable JournalHead head) {

  /** A line of a journal that parts from the one the server has. */
  public record ForkedLine(LineHeader header, String text, String hash) {}

  /** An operation that counts as never made, and the one that says so. */
  public record Voiding(UUID target, UUID by) {}

  /**
   * One side of a posting.
   *
   * @param cause the effect that it is due to, wherever that happened
   * @param moved false if a statement posted it
   * @param late it lies before a settled count that had not seen it
   */
  public record LedgerEntry(
      StockKey key, Position cause, boolean moved, boolean late, Quantity delta) {}

  /** A statement on a card and what the fold found; replaces what was stored at its position. */
  public record StatementRow(
      CardKey card, Statement statement, Map<String, Reading> readings, boolean resting) {
    public StatementRow {
      readings = Map.copyOf(readings);
    }
  }

  /** A statement that counts as never made. */
  public record RetractedStatement(CardKey card, Position at) {}

  /**
   * What changes about an order line.
   *
   * @param ordered null to leave it as it is
   * @param cancelled null to leave it as it is
   */
  public record LineChange(
      String item,
      @Nullable Quantity ordered,
      Quantity pickedBy,
      Quantity packedBy,
      @Nullable Boolean cancelled) {}

  /** A step of a line; the opposite one for a void. */
  public record LineStep(UUID operation, Position at, Effect.Progress progress) {}

  /** What came of a line of a delivery; the opposite for a void. */
  public record DeliveryStep(String delivery, int line, Quantity quantity) {}

  /** A carton that was closed, or is open again because that was void. */
  public record Sealing(Effect.Sealed carton, String device, UUID operation, boolean undone) {}

  /** A carton that left the house, or did not because that was void. */
  public record Departure(Effect.Emptied carton, UUID operation, boolean undone) {}

  /** Somebody who begins or ends work on a device. */
  public record Presence(String device, Effect.Presence presence) {}

  /** A barcode that means something from now on. */
  public record Meant(String code, Meaning meaning, UUID operation) {}
}
