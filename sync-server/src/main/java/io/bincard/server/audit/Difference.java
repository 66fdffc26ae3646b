package io.bincard.server.audit;

/**
 * One place where the tables do not say what the journals say.
 *
 * @param what names the row
 * @param expected what comes out when the journals are folded from nothing
 * @param found what the table says
 */
public record Difference(String site, Kind kind, String what, String expected, String found) {
  /** What sort of thing differs. */
  public enum Kind {
    /** A journal has a gap, a broken chain, an edited line, or another end than its device says. */
    JOURNAL,
    /** The time of an operation does not follow from its journal. */
    TIME,
    /** An operation counts as void and should not, or the other way round. */
    VOID,
    /** A count was settled otherwise than was recorded. */
    SETTLEMENT,
    /** A barcode means something else than somebody assigned. */
    BARCODE,
    /** A scan of an unknown barcode is missing, or was taken for something else. */
    SCAN,
    /** Stock of one item and lot in one place. */
    BALANCE,
    /** What one operation added to one balance. */
    LEDGER,
    /** The balances of an item over all accounts do not add up to zero. */
    ZERO_SUM,
    /** What somebody said of a bin, what the book showed then, or what became of it. */
    STATEMENT,
    /** An order: its state, and where its goods are taken from. */
    ORDER,
    /** An order line: ordered, picked, packed, cancelled. */
    ORDER_LINE,
    /** What one operation added to an order line. */
    LINE_ENTRY,
    /** A carton is closed or gone and should not be, or the other way round. */
    CARTON,
    /** Somebody else holds a piece of work, or nobody does. */
    WORK,
    /** A discrepancy is open and should not be, or the other way round, or on other evidence. */
    DISCREPANCY
  }

  /** One sentence that names the row and both sides. */
  public String sentence() {
    return "%s %s: %s. By the journals: %s. In the tables: %s."
        .formatted(site, kind, what, expected, found);
  }
}
