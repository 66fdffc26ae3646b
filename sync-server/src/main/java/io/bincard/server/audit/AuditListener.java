package io.bincard.server.audit;

/** Hears how an audit gets on, from the thread that runs it. */
public interface AuditListener {
  /** The parts of an audit of one site, in their order. */
  enum Stage {
    JOURNALS("operations read"),
    OPERATIONS("effects and verdicts matched"),
    SCANS("unknown barcodes resolved"),
    CARDS("cards folded"),
    ORDERS("orders folded"),
    LEDGER("postings compared"),
    DISCREPANCIES("discrepancies compared");

    private final String unit;

    Stage(String unit) {
      this.unit = unit;
    }

    /** What is counted in this stage, for people to read. */
    public String unit() {
      return unit;
    }
  }

  /** Called now and then, and at the end of each stage with {@code ended}. */
  default void progress(String site, Stage stage, long done, boolean ended) {}

  /** Called for every difference, at once. */
  default void found(Difference difference) {}
}
