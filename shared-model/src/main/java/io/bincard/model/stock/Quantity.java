package io.bincard.model.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of one item in its base unit, with six decimal places.
 *
 * <p>Held as millionths. What people enter is bounded by {@link #LIMIT}; sums are not, but overflow
 * throws: it takes 900,000 operations of the largest size on one card to get there.
 *
 * @param millionths the amount times one million; may be negative (a balance is signed)
 */
public record Quantity(long millionths) implements Comparable<Quantity> {
  /** Number of millionths in one base unit. */
  public static final long UNIT = 1_000_000L;

  /** The largest amount one operation may state: ten million base units. */
  public static final Quantity LIMIT = new Quantity(10_000_000L * UNIT);

  public static final Quantity ZERO = new Quantity(0);

  public static Quantity units(long units) {
    return new Quantity(Math.multiplyExact(units, UNIT));
  }

  /**
   * Reads what somebody stated: a plain decimal such as {@code 12}, {@code -3.5} or {@code
   * 0.000001}.
   *
   * @throws IllegalArgumentException if it is no plain decimal, has more than six decimal places or
   *     lies beyond {@link #LIMIT}; the message says which
   */
  public static Quantity parse(String decimal) {
    Quantity parsed = parseSum(decimal);
    if (!parsed.isWithinLimit()) {
      throw new IllegalArgumentException("a quantity is at most " + LIMIT);
    }
    return parsed;
  }

  /**
   * Reads what was added up, which may lie beyond {@link #LIMIT}.
   *
   * @throws IllegalArgumentException if it is no plain decimal, or cannot be held exactly
   */
  public static Quantity parseSum(String decimal) {
    if (decimal.isEmpty() || decimal.length() > 24) {
      throw new IllegalArgumentException("a quantity is a decimal such as 12 or 0.5");
    }
    for (int i = 0; i < decimal.length(); i++) {
      char c = decimal.charAt(i);
      boolean sign = i == 0 && c == '-';
      if (!sign && c != '.' && (c < '0' || c > '9')) {
        throw new IllegalArgumentException("a quantity is a decimal such as 12 or 0.5");
      }
    }
    return new Quantity(exactMillionths(decimal));
  }

  /** Whether one operation may state it. */
  public boolean isWithinLimit() {
    return magnitude() <= LIMIT.millionths;
  }

  private static long exactMillionths(String decimal) {
    try {
      BigDecimal scaled = new BigDecimal(decimal).setScale(6, RoundingMode.UNNECESSARY);
      return scaled.unscaledValue().longValueExact();
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException("a quantity is a decimal such as 12 or 0.5", malformed);
    } catch (ArithmeticException tooFineOrTooLarge) {
      throw new IllegalArgumentException(
          "a quantity has at most six decimal places and fewer than 13 before them",
          tooFineOrTooLarge);
    }
  }

  public Quantity plus(Quantity other) {
    return new Quantity(Math.addExact(millionths, other.millionths));
  }

  public Quantity minus(Quantity other) {
    return new Quantity(Math.subtractExact(millionths, other.millionths));
  }

  /**
   * A pack holds a whole number of base units, or a fraction of one: a case of 12 times 2 is 24.
   */
  public Quantity times(Quantity factor) {
    return new Quantity(
        BigDecimal.valueOf(millionths)
            .multiply(BigDecimal.valueOf(factor.millionths))
            .divide(BigDecimal.valueOf(UNIT), RoundingMode.UNNECESSARY)
            .longValueExact());
  }

  public Quantity negated() {
    return new Quantity(Math.negateExact(millionths));
  }

  public Quantity orZeroIfNegative() {
    return millionths < 0 ? ZERO : this;
  }

  public Quantity atMost(Quantity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public long magnitude() {
    return Math.abs(millionths);
  }

  public boolean isZero() {
    return millionths == 0;
  }

  public boolean isNegative() {
    return millionths < 0;
  }

  public boolean isPositive() {
    return millionths > 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(millionths, other.millionths);
  }

  /** The shortest plain decimal: {@code 12}, {@code -3.5}. {@link #parse} reads it back. */
  @Override
  public String toString() {
    if (millionths % UNIT == 0) {
      return Long.toString(millionths / UNIT);
    }
    return BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
  }
}
