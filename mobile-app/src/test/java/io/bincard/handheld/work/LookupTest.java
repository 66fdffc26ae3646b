package io.bincard.handheld.work;

import static io.bincard.handheld.work.Floor.stock;
import static io.bincard.model.stock.Quantity.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.barcode.Scan;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.stock.Account;
import io.bincard.model.sync.Row;
import org.junit.jupiter.api.Test;

final class LookupTest {
  private final Floor floor =
      new Floor()
          .pull(
              stock("A-01", "JAR", "", 15),
              stock("B-01", "JAR", "", 3),
              new Row.Stock(Account.tote("T-31"), "JAR", "", units(2)),
              new Row.Stock(Account.hand("ben"), "LID", "", units(1)));

  @Test
  void anItemSaysWhatABarcodeStandsForAndWhereItIs() {
    Finding.OfItem found = (Finding.OfItem) find("15012345678907");

    assertThat(found.scanned().row().name()).isEqualTo("Storage jar");
    assertThat(found.scanned().pack()).isEqualTo(units(12));
    assertThat(found.stock())
        .extracting(row -> row.account() + " " + row.quantity())
        .containsExactlyInAnyOrder("bin:A-01 15", "bin:B-01 3", "tote:T-31 2");
  }

  @Test
  void anItemSaysWhatIsKnownOfItsLot() {
    Finding.OfItem found = (Finding.OfItem) find("]C1010400638133393110HELD");

    assertThat(found.lot().map(Row.Lot::status)).contains("HELD");
  }

  @Test
  void aBinSaysWhatIsInItAndWhatWasCountedThere() {
    CountingSession count = CountingSession.ofBin(floor.shift(), "A-01");
    count.scanned(Scan.of("A-01"));
    count.count(new CountedKey("JAR", ""), units(14));

    Finding.OfBin found = (Finding.OfBin) find("a-01");

    assertThat(found.stock()).containsExactly(stock("A-01", "JAR", "", 15));
    assertThat(found.waiting()).singleElement().matches(own -> own.quantity().equals(units(14)));
  }

  @Test
  void aToteSaysWhatIsInIt() {
    assertThat(((Finding.OfContainer) find("T-31")).stock()).hasSize(1);
  }

  @Test
  void aCartonIsFoundEvenIfNothingIsKnownToBeInIt() {
    Finding.OfContainer found = (Finding.OfContainer) find("]C100340123450000000017");

    assertThat(found.container()).isEqualTo(Account.carton("340123450000000017"));
    assertThat(found.stock()).isEmpty();
  }

  @Test
  void aPersonSaysWhatHeCarries() {
    Finding.OfPerson found = (Finding.OfPerson) find("BEN-1");

    assertThat(found.person().name()).isEqualTo("Ben O.");
    assertThat(found.stock()).extracting(Row.Stock::item).containsExactly("LID");
  }

  @Test
  void whatNobodyKnowsIsNothingAndIsNotRecorded() {
    assertThat(find("4012345678901")).isEqualTo(new Finding.Nothing("04012345678901"));
    assertThat(find("")).isEqualTo(new Finding.Nothing(""));
    assertThat(floor.recorded()).isEmpty();
  }

  private Finding find(String data) {
    return new Lookup(floor.shift()).scanned(Scan.of(data)).finding();
  }
}
