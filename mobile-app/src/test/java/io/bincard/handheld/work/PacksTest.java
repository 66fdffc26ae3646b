package io.bincard.handheld.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PacksTest {
  @ParameterizedTest
  @CsvSource({
    "27,   1 12,    2x12 + 3",
    "24,   1 12,    2x12 + 0",
    "3,    1 12,    + 3",
    "135,  12 1 60, 2x60 1x12 + 3",
    "12,   12 12,   1x12 + 0",
    "5,    1,       + 5",
    "2.5,  1,       + 2.5",
    "0,    12,      + 0",
    "-3,   12,      + 0",
  })
  void aQuantityIsTakenInTheLargestPacksThereAre(String quantity, String sizes, String expected) {
    List<Row.Barcode> barcodes =
        Arrays.stream(sizes.split(" ", -1))
            .map(size -> Floor.barcode("code", "JAR", Long.parseLong(size)))
            .toList();

    Packs packs = Packs.of(Quantity.parse(quantity), barcodes);

    StringBuilder words = new StringBuilder();
    packs
        .full()
        .forEach(each -> words.append(each.number()).append('x').append(each.size()).append(' '));
    assertThat(words.append("+ ").append(packs.loose()).toString()).isEqualTo(expected);
  }
}
