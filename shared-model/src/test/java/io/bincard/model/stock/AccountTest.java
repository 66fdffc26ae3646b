package io.bincard.model.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "bin:A-07-3-12, true, false",
    "tote:T-31, true, true",
    "carton:00340123450000000018, true, true",
    "hand:ana, true, true",
    "bin:with:colon, true, false",
    "supplier, false, false",
    "customer, false, false",
    "adjustment, false, false",
    "consumed, false, false",
    "transit:T-1, false, false"
  })
  void isReadAsItIsWritten(String text, boolean physical, boolean container) {
    Account account = Account.parse(text);

    assertThat(account).hasToString(text);
    assertThat(account.isPhysical()).isEqualTo(physical);
    assertThat(account.isContainer()).isEqualTo(container);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "bin", "bin:", "supplier:x", "shelf:A", "BIN:A", "tote"})
  void refusesWhatNamesNoAccount(String text) {
    assertThatThrownBy(() -> Account.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCodeHasAnEnd() {
    assertThat(Account.bin("x".repeat(60)).isBin()).isTrue();
    assertThatThrownBy(() -> Account.bin("x".repeat(61)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
