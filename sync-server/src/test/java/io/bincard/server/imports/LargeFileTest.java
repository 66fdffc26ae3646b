package io.bincard.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred thousand rows of the kinds that come in such numbers. */
@Tag("slow")
class LargeFileTest {
  private static final int ROWS = 100_000;

  @Test
  void aHundredThousandRowsOfEachKindAreImportedAndThenUnchanged() {
    try (Company company = Company.open()) {
      importTwice(company, "items", "item,name\n", i -> "I-%06d,Item %d\n".formatted(i, i));
      importTwice(
          company, "barcodes", "code,item,pack\n", i -> "C-%06d,I-%06d,12\n".formatted(i, i));
      importTwice(
          company,
          "locations",
          "site,location,kind,sequence\n",
          i -> "NORTH,L-%06d,storage,%d\n".formatted(i, i));
      importTwice(
          company,
          "stock",
          "site,location,item,quantity\n",
          i -> "NORTH,L-%06d,I-%06d,%d\n".formatted(i, i, i % 50));
      importTwice(
          company,
          "orders",
          "site,order,item,quantity\n",
          i -> "NORTH,%06d,I-%06d,1\n".formatted(i / 5, i));
    }
  }

  private static void importTwice(
      Company company, String kind, String header, IntFunction<String> row) {
    String text =
        IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("", header, ""));
    assertThat(company.run(kind, text).fresh()).as(kind).isEqualTo(ROWS);
    assertThat(company.run(kind, text).unchanged()).as(kind + " again").isEqualTo(ROWS);
  }
}
