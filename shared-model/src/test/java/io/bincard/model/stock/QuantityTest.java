package io.bincard.model.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0, 0, 0",
    "12, 12000000, 12",
    "-3.5, -3500000, -3.5",
    "0.000001, 1, 0.000001",
    "-0.000001, -1, -0.000001",
    "007, 7000000, 7",
    ".5, 500000, 0.5",
    "5., 5000000, 5",
    "1.10, 1100000, 1.1",
    "10000000, 10000000000000, 10000000",
    "-10000000, -10000000000000, -10000000",
    "-0, 0, 0"
  })
  void readsADecimalAndWritesItsShortestForm(String text, long millionths, String shortest) {
    Quantity quantity = Quantity.parse(text);

    assertThat(quantity.millionths()).isEqualTo(millionths);
    assertThat(quantity).hasToString(shortest);
    assertThat(Quantity.parse(shortest)).isEqualTo(quantity);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "1e3",
        "+1",
        "1,5",
        " 1",
        "1 ",
        "0x1",
        "1-",
        "--1",
        "1.2.3",
        "١",
        "NaN",
        "12345678901234567890123456789"
      })
  void refusesWhatIsNoPlainDecimal(String text) {
    assertThatThrownBy(() -> Quantity.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quantity");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0.0000001, at most six decimal places",
    "1.1234567, at most six decimal places",
    "10000000.000001, at most 10000000",
    "-10000001, at most 10000000",
    "99999999999999999999, fewer than 13 before them"
  })
  void refusesWhatIsTooFineOrTooMuch(String text, String reason) {
    assertThatThrownBy(() -> Quantity.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void readsSumsBeyondWhatOneOperationMayState() {
    Quantity sum = Quantity.LIMIT.plus(Quantity.units(1));

    assertThat(sum.isWithinLimit()).isFalse();
    assertThat(sum.negated().isWithinLimit()).isFalse();
    assertThat(Quantity.LIMIT.negated().isWithinLimit()).isTrue();
    assertThat(Quantity.parseSum(sum.toString())).isEqualTo(sum);
  }

  @Test
  void addsUpExactly() {
    Quantity third = Quantity.parse("0.333333");

    assertThat(third.plus(third).plus(third)).isEqualTo(Quantity.parse("0.999999"));
    assertThat(third.minus(third)).isEqualTo(Quantity.ZERO);
    assertThat(third.negated().magnitude()).isEqualTo(333_333);
  }

  @Test
  void aSumMayLieBeyondWhatOneOperationMayStateButNeverWrapsAround() {
    Quantity beyond = Quantity.LIMIT.plus(Quantity.LIMIT);
    Quantity largest = new Quantity(Long.MAX_VALUE);

    assertThat(beyond.compareTo(Quantity.LIMIT)).isPositive();
    assertThatThrownBy(() -> largest.plus(new Quantity(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Quantity(Long.MIN_VALUE).negated())
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest(name = "{0} packs of {1} are {2}")
  @CsvSource({"2, 12, 24", "0.5, 12, 6", "3, 0.25, 0.75", "-2, 1.5, -3", "0, 12, 0"})
  void multipliesPacks(String packs, String pack, String units) {
    assertThat(Quantity.parse(packs).times(Quantity.parse(pack))).isEqualTo(Quantity.parse(units));
  }

  @ParameterizedTest(name = "{0} packs of {1}")
  @CsvSource({"0.001, 0.0001", "10000000, 10000000"})
  void doesNotRoundOrOverflowAProduct(String packs, String pack) {
    assertThatThrownBy(() -> Quantity.parse(packs).times(Quantity.parse(pack)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void capsAndFloors() {
    assertThat(Quantity.units(5).atMost(Quantity.units(3))).isEqualTo(Quantity.units(3));
    assertThat(Quantity.units(2).atMost(Quantity.units(3))).isEqualTo(Quantity.units(2));
    assertThat(Quantity.units(-2).orZeroIfNegative()).isEqualTo(Quantity.ZERO);
    assertThat(Quantity.units(2).orZeroIfNegative()).isEqualTo(Quantity.units(2));
  }
}
