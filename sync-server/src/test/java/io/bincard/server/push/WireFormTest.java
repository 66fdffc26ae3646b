package io.bincard.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.Fact;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.WireJson;
import org.junit.jupiter.api.Test;

/** This module has generated adapters too, and comes before the model on the class path. */
class WireFormTest {
  @Test
  void theServerWritesQuantitiesAndAccountsAsHandheldsDo() {
    Fact scan =
        new Fact.ScannedUnknown(
            "00012345678905", Account.bin("A-01"), Account.tote("T-1"), Quantity.parse("2.5"));

    assertThat(WireJson.write(scan))
        .isEqualTo(
            """
            {"code":"00012345678905","source":"bin:A-01","destination":"tote:T-1","packs":"2.5"}\
            """);
  }
}
