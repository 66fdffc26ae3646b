package io.bincard.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.ServerRecord.Allocated.Allocation;
import io.bincard.model.stock.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AllocatorTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Bin FIRST = new Bin("A-01", "PICK_FACE", 10, true);
  private static final Bin SECOND = new Bin("A-02", "STORAGE", 20, true);

  @Test
  void whatComesFirstOnTheWayIsTakenFirst() {
    assertThat(allocate(need(1, 8), stock(SECOND, "", null, 9), stock(FIRST, "", null, 5)))
        .containsExactly("1 A-01  5", "1 A-02  3");
  }

  @Test
  void whatExpiresFirstIsTakenFirstAndWhatNeverExpiresLast() {
    assertThat(
            allocate(
                need(1, 8),
                stock(FIRST, "", null, 5),
                stock(FIRST, "LATE", TODAY.plusDays(9), 5),
                stock(SECOND, "EARLY", TODAY.plusDays(1), 5)))
        .containsExactly("1 A-01 LATE 3", "1 A-02 EARLY 5");
  }

  @Test
  void aLotIsGoodThroughItsLastDay() {
    assertThat(
            allocate(
                need(1, 8),
                stock(FIRST, "OVER", TODAY.minusDays(1), 5),
                stock(SECOND, "LAST", TODAY, 5)))
        .containsExactly("1 A-02 LAST 5");
  }

  @Test
  void heldLotsAreLeftOut() {
    LotInBin held = new LotInBin(FIRST, "SKU", "L", null, true, Quantity.units(5), Quantity.ZERO);

    assertThat(allocate(need(1, 8), held)).isEmpty();
  }

  @Test
  void onlyPickableBinsThatAreOpenAreTakenFrom() {
    assertThat(
            allocate(
                need(1, 99),
                stock(new Bin("R-1", "RECEIVING", 1, true), "", null, 5),
                stock(new Bin("Q-1", "QUARANTINE", 2, true), "", null, 5),
                stock(new Bin("P-1", "PACKING", 3, true), "", null, 5),
                stock(new Bin("S-1", "STORAGE", 4, false), "", null, 5),
                stock(SECOND, "", null, 5)))
        .containsExactly("1 A-02  5");
  }

  @Test
  void whatIsPromisedToOthersIsNotPromisedAgain() {
    LotInBin shared =
        new LotInBin(FIRST, "SKU", "", null, false, Quantity.units(5), Quantity.units(3));

    assertThat(allocate(need(1, 9), shared)).containsExactly("1 A-01  2");
  }

  @Test
  void theLotsOfABinAreTakenTogether() {
    assertThat(
            allocate(
                need(1, 9), stock(FIRST, "A", TODAY.plusDays(1), 10), stock(FIRST, "?", null, -3)))
        .as("three are missing, and may well be of lot A")
        .containsExactly("1 A-01 A 7");
  }

  @Test
  void whatMayNotBeUsedFillsNoGap() {
    assertThat(
            allocate(
                need(1, 9),
                stock(FIRST, "OVER", TODAY.minusDays(1), 10),
                stock(FIRST, "A", TODAY.plusDays(1), 5),
                stock(FIRST, "?", null, -3)))
        .containsExactly("1 A-01 A 2");
  }

  @Test
  void twoLinesOfOneItemShare() {
    assertThat(allocate(List.of(need(2, 4), need(1, 4)), stock(FIRST, "", null, 6)))
        .containsExactly("1 A-01  4", "2 A-01  2");
  }

  @Property
  void neverMoreThanIsNeeded(
      @ForAll("needs") List<Need> needs, @ForAll("stock") List<LotInBin> stock) {
    Map<Integer, Long> given = sums(Allocator.allocate(needs, stock, TODAY), Allocation::line);

    for (Need need : needs) {
      assertThat(given.getOrDefault(need.line(), 0L))
          .isLessThanOrEqualTo(need.quantity().millionths());
      given.remove(need.line());
    }
    assertThat(given).as("lines nobody asked for").isEmpty();
  }

  @Property
  void neverMoreThanIsAvailable(
      @ForAll("needs") List<Need> needs, @ForAll("stock") List<LotInBin> stock) {
    List<Allocation> stops = Allocator.allocate(needs, stock, TODAY);

    sums(stops, stop -> stop.location() + stop.item() + "/" + stop.lot())
        .forEach(
            (key, sum) ->
                assertThat(sum).isLessThanOrEqualTo(available(stock, lot -> key(lot).equals(key))));
    sums(stops, stop -> stop.location() + stop.item())
        .forEach(
            (key, sum) ->
                assertThat(sum)
                    .isLessThanOrEqualTo(available(stock, lot -> key(lot).startsWith(key + "/"))));
  }

  @Property
  void theOrderOfRowsDoesNotMatter(
      @ForAll("needs") List<Need> needs,
      @ForAll("stock") List<LotInBin> stock,
      @ForAll Random random) {
    List<Allocation> stops = Allocator.allocate(needs, stock, TODAY);
    List<Need> otherNeeds = new ArrayList<>(needs);
    List<LotInBin> otherStock = new ArrayList<>(stock);
    Collections.shuffle(otherNeeds, random);
    Collections.shuffle(otherStock, random);

    assertThat(Allocator.allocate(otherNeeds, otherStock, TODAY)).isEqualTo(stops);
  }

  /** Nothing is left lying that a line would have needed. */
  @Property
  void aLineGetsAllThereIs(
      @ForAll("needs") List<Need> needs, @ForAll("stock") List<LotInBin> stock) {
    List<Allocation> stops = Allocator.allocate(needs, stock, TODAY);
    List<LotInBin> rest = afterwards(stock, stops);
    Map<Integer, Long> given = sums(stops, Allocation::line);
    List<Need> missing =
        needs.stream()
            .map(
                need ->
                    new Need(
                        need.line(),
                        need.item(),
                        new Quantity(
                            need.quantity().millionths() - given.getOrDefault(need.line(), 0L))))
            .toList();

    assertThat(Allocator.allocate(missing, rest, TODAY)).isEmpty();
  }

  private static List<LotInBin> afterwards(List<LotInBin> stock, List<Allocation> stops) {
    return stock.stream()
        .map(
            lot -> {
              long taken =
                  sums(stops, s -> s.location() + s.item() + "/" + s.lot())
                      .getOrDefault(key(lot), 0L);
              return new LotInBin(
                  lot.bin(),
                  lot.item(),
                  lot.lot(),
                  lot.expiry(),
                  lot.blocked(),
                  lot.balance(),
                  lot.reserved().plus(new Quantity(taken)));
            })
        .toList();
  }

  @Provide
  Arbitrary<List<Need>> needs() {
    Arbitrary<Need> need =
        Combinators.combine(
                Arbitraries.integers().between(1, 9),
                Arbitraries.of("SKU", "SUK"),
                Arbitraries.longs().between(1, 30))
            .as((line, item, units) -> new Need(line, item, Quantity.units(units)));
    return need.list().ofMaxSize(6).uniqueElements(Need::line);
  }

  @Provide
  Arbitrary<List<LotInBin>> stock() {
    List<Bin> bins =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new Bin(
                        "A-" + i,
                        List.of("PICK_FACE", "STORAGE", "RECEIVING").get(i % 3),
                        i / 2,
                        i != 4))
            .toList();
    Arbitrary<LotInBin> lot =
        Combinators.combine(
                Arbitraries.of(bins),
                Arbitraries.of("SKU", "SUK"),
                Arbitraries.of("", "A", "B", "C", "?"),
                Arbitraries.of(0, 1, 1, 1, 1),
                Arbitraries.longs().between(-5, 30),
                Arbitraries.longs().between(0, 9))
            .as(
                (bin, item, name, free, balance, reserved) ->
                    new LotInBin(
                        bin,
                        item,
                        name,
                        switch (name) {
                          case "A" -> TODAY.minusDays(1);
                          case "B" -> TODAY;
                          case "C" -> TODAY.plusDays(1);
                          default -> null;
                        },
                        free == 0,
                        Quantity.units(balance),
                        Quantity.units(reserved)));
    return lot.list().ofMaxSize(20).uniqueElements(AllocatorTest::key);
  }

  /** On hand less reserved, of usable stock only, worked out the plain way. */
  private static long available(
      List<LotInBin> stock, java.util.function.Predicate<LotInBin> which) {
    return stock.stream()
        .filter(which)
        .filter(lot -> lot.bin().isForPicking() && !lot.blocked())
        .filter(lot -> lot.expiry() == null || !lot.expiry().isBefore(TODAY))
        .mapToLong(lot -> lot.balance().millionths() - lot.reserved().millionths())
        .sum();
  }

  private static String key(LotInBin lot) {
    return lot.bin().location() + lot.item() + "/" + lot.lot();
  }

  private static <K> Map<K, Long> sums(List<Allocation> stops, Function<Allocation, K> key) {
    return new HashMap<>(
        stops.stream()
            .collect(
                Collectors.groupingBy(
                    key, Collectors.summingLong(stop -> stop.quantity().millionths()))));
  }

  private static Need need(int line, long units) {
    return new Need(line, "SKU", Quantity.units(units));
  }

  private static LotInBin stock(Bin bin, String lot, LocalDate expiry, long units) {
    return new LotInBin(bin, "SKU", lot, expiry, false, Quantity.units(units), Quantity.ZERO);
  }

  private static List<String> allocate(Need need, LotInBin... stock) {
    return allocate(List.of(need), stock);
  }

  private static List<String> allocate(List<Need> needs, LotInBin... stock) {
    return Allocator.allocate(needs, List.of(stock), TODAY).stream()
        .map(a -> a.line() + " " + a.location() + " " + a.lot() + " " + a.quantity())
        .toList();
  }
}
