package io.bincard.model.discrepancy;

import io.bincard.model.operation.Effect;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Heads;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece of state that discrepancies can be about, as read-only as everything here. */
public sealed interface Subject {
  /** A stable name: all discrepancies of one subject are looked at again together. */
  String scope();

  /**
   * A bin card after the fold.
   *
   * @param negativeAllowed the site lets stock go below zero
   * @param late what was posted before a settled count that had not seen it, void ones left out
   * @param lots what is known of the lots that have stock here
   * @param today the day it is at the site
   */
  record Card(
      FoldedCard folded,
      boolean negativeAllowed,
      List<LateEntry> late,
      Map<String, LotState> lots,
      LocalDate today)
      implements Subject {
    public Card {
      late = List.copyOf(late);
      lots = Map.copyOf(lots);
    }

    @Override
    public String scope() {
      return "card " + folded.key().account() + " " + folded.key().item();
    }

    String lotSubject(String lot) {
      return folded.key().account()
          + " "
          + folded.key().item()
          + (lot.isEmpty() ? "" : " lot " + lot);
    }
  }

  /** A movement or count that came after a count it lies before had been settled. */
  record LateEntry(UUID operation, Position at, String lot, Quantity delta) {
    boolean isUnseenBy(Heads heads) {
      return !heads.include(at.place());
    }
  }

  /** What is known of a lot. */
  record LotState(@Nullable LocalDate expiry, boolean held) {
    /** A lot is good through its expiry day. */
    boolean isBlockedOn(LocalDate today) {
      return held || (expiry != null && today.isAfter(expiry));
    }
  }

  /**
   * A line of an order.
   *
   * @param entries how it got on, in canonical order, void ones left out
   */
  record Line(
      OrderLine line,
      String item,
      Quantity ordered,
      boolean cancelled,
      Quantity picked,
      Quantity packed,
      List<LineEntry> entries)
      implements Subject {
    public Line {
      entries = List.copyOf(entries);
    }

    @Override
    public String scope() {
      return "line " + line;
    }
  }

  /** One step of a line. */
  record LineEntry(UUID operation, Position at, Effect.Stage stage, Quantity quantity) {}

  /**
   * A barcode somebody scanned that meant nothing.
   *
   * @param unresolved the scans that still mean nothing
   */
  record Barcode(String code, List<UUID> unresolved) implements Subject {
    public Barcode {
      unresolved = List.copyOf(unresolved);
    }

    @Override
    public String scope() {
      return "barcode " + code;
    }
  }

  /**
   * A device.
   *
   * @param forks places of its journal that came with two contents
   */
  record Device(String device, List<Fork> forks) implements Subject {
    public Device {
      forks = List.copyOf(forks);
    }

    @Override
    public String scope() {
      return "device " + device;
    }
  }

  /** A line of a journal that is not the one the server applied at this place. */
  record Fork(int epoch, long seq, String hash, UUID operation) {}
}
