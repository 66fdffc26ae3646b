package io.bincard.model.discrepancy;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of discrepancy there are, each with what it blocks and who is told. */
public enum DiscrepancyCode {
  SHORTFALL(Severity.SERIOUS, EnumSet.noneOf(Block.class)),
  OVERPICK(Severity.SERIOUS, EnumSet.of(Block.SURPLUS)),
  PICKED_AFTER_CANCEL(Severity.SERIOUS, EnumSet.of(Block.DISPATCH)),
  SHORT_PICK_DISPUTED(Severity.NOTABLE, EnumSet.of(Block.ALLOCATION_OF_BIN)),
  PACKED_NOT_PICKED(Severity.SERIOUS, EnumSet.of(Block.DISPATCH)),
  COUNT_VARIANCE(Severity.SERIOUS, EnumSet.of(Block.POSTING)),
  COUNT_DISPUTED(Severity.SERIOUS, EnumSet.of(Block.POSTING)),
  LATE_MOVE(Severity.NOTABLE, EnumSet.noneOf(Block.class)),
  UNKNOWN_BARCODE(Severity.NOTABLE, EnumSet.noneOf(Block.class)),
  DEVICE_FORKED(Severity.GRAVE, EnumSet.of(Block.BRANCH)),
  LOT_BLOCKED(Severity.GRAVE, EnumSet.of(Block.DISPATCH));

  /** How soon somebody should look. */
  public enum Severity {
    NOTABLE,
    SERIOUS,
    GRAVE
  }

  /** What must wait until it is resolved. */
  public enum Block {
    SURPLUS,
    DISPATCH,
    ALLOCATION_OF_BIN,
    POSTING,
    BRANCH
  }

  private final Severity severity;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy, which the type cannot say
  private final Set<Block> blocks;

  DiscrepancyCode(Severity severity, Set<Block> blocks) {
    this.severity = severity;
    this.blocks = Set.copyOf(blocks);
  }

  public Severity severity() {
    return severity;
  }

  public Set<Block> blocks() {
    return blocks;
  }
}
