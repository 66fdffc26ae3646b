package io.bincard.model.stock;

import java.util.Locale;

/**
 * Where stock can be, in the double-entry ledger of a site: every move leaves one account and
 * enters another.
 *
 * @param kind what sort of place
 * @param code which one: a location code, a tote, an SSCC, a person; empty for the accounts of
 *     which a site has one only
 */
public record Account(Kind kind, String code) implements Comparable<Account> {
  /**
   * The sorts of place. Bins are counted, containers are carried, the rest is the world outside.
   */
  public enum Kind {
    BIN,
    TOTE,
    CARTON,
    HAND,
    SUPPLIER,
    CUSTOMER,
    ADJUSTMENT,
    CONSUMED,
    TRANSIT;

    private final String prefix = name().toLowerCase(Locale.ROOT);

    boolean hasCode() {
      return this == BIN || isContainer() || this == TRANSIT;
    }

    boolean isContainer() {
      return this == TOTE || this == CARTON || this == HAND;
    }
  }

  public static final Account SUPPLIER = new Account(Kind.SUPPLIER, "");
  public static final Account CUSTOMER = new Account(Kind.CUSTOMER, "");
  public static final Account ADJUSTMENT = new Account(Kind.ADJUSTMENT, "");
  public static final Account CONSUMED = new Account(Kind.CONSUMED, "");

  public Account {
    if (kind.hasCode() == code.isEmpty()) {
      throw new IllegalArgumentException(
          kind.hasCode() ? "a " + kind.prefix + " has a code" : kind.prefix + " has no code");
    }
    if (code.length() > 60) {
      throw new IllegalArgumentException("the code of a " + kind.prefix + " is at most 60 long");
    }
  }

  public static Account bin(String code) {
    return new Account(Kind.BIN, code);
  }

  public static Account tote(String code) {
    return new Account(Kind.TOTE, code);
  }

  /** A carton, by its serial shipping container code. */
  public static Account carton(String sscc) {
    return new Account(Kind.CARTON, sscc);
  }

  /** What a person carries between two bins. */
  public static Account hand(String user) {
    return new Account(Kind.HAND, user);
  }

  /** Goods of one transfer between two sites. */
  public static Account transit(String transfer) {
    return new Account(Kind.TRANSIT, transfer);
  }

  /** Bins and containers hold goods of ours; the others are the world outside. */
  public boolean isPhysical() {
    return kind == Kind.BIN || isContainer();
  }

  public boolean isContainer() {
    return kind.isContainer();
  }

  public boolean isBin() {
    return kind == Kind.BIN;
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it names no account
   */
  public static Account parse(String text) {
    int colon = text.indexOf(':');
    String prefix = colon < 0 ? text : text.substring(0, colon);
    for (Kind kind : Kind.values()) {
      if (kind.prefix.equals(prefix)) {
        return new Account(kind, colon < 0 ? "" : text.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "an account is bin:CODE, tote:CODE, carton:SSCC, hand:USER, transit:CODE, supplier,"
            + " customer, adjustment or consumed");
  }

  @Override
  public int compareTo(Account other) {
    return toString().compareTo(other.toString());
  }

  /**
   * {@code bin:A-07-3-12}, {@code tote:T-31}, {@code supplier}: the form on the wire and in tables.
   */
  @Override
  public String toString() {
    return kind.hasCode() ? kind.prefix + ":" + code : kind.prefix;
  }
}
