package io.bincard.handheld.replica;

import io.bincard.model.sync.Row;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How rows of one type are kept and found.
 *
 * @param name as it is kept
 * @param key what a new row replaces the old one by
 * @param about another value to find rows by; empty for none
 * @param gone whether such a row says that there is nothing any more
 */
public record RowType<R extends Row>(
    Class<R> type,
    String name,
    Function<R, List<Object>> key,
    Function<R, String> about,
    Predicate<R> gone) {

  private static final char SEPARATOR = '\u001f';

  static final RowType<Row.Site> SITE = of(Row.Site.class, "site", r -> List.of(r.site()));
  static final RowType<Row.Item> ITEM = of(Row.Item.class, "item", r -> List.of(r.item()));
  static final RowType<Row.Barcode> BARCODE =
      of(Row.Barcode.class, "barcode", r -> List.of(r.code(), r.validFrom()))
          .about(Row.Barcode::item);
  static final RowType<Row.Lot> LOT = of(Row.Lot.class, "lot", r -> List.of(r.item(), r.lot()));
  static final RowType<Row.Location> LOCATION =
      of(Row.Location.class, "location", r -> List.of(r.location()));
  static final RowType<Row.Person> PERSON =
      of(Row.Person.class, "person", r -> List.of(r.user())).about(Row.Person::badge);
  static final RowType<Row.Stock> STOCK =
      of(Row.Stock.class, "stock", r -> List.of(r.account(), r.item(), r.lot()))
          .about(Row.Stock::item)
          .goneIf(r -> r.quantity().isZero());
  static final RowType<Row.Order> ORDER = of(Row.Order.class, "order", r -> List.of(r.order()));
  static final RowType<Row.Line> LINE =
      of(Row.Line.class, "line", r -> List.of(r.order(), r.line()));
  static final RowType<Row.Allocation> ALLOCATION =
      of(Row.Allocation.class, "allocation", r -> List.of(r.order()));
  static final RowType<Row.Work> WORK = of(Row.Work.class, "work", r -> List.of(r.work()));
  static final RowType<Row.Expected> EXPECTED =
      of(Row.Expected.class, "expected", r -> List.of(r.delivery(), r.line()));
  static final RowType<Row.Discrepancy> DISCREPANCY =
      of(Row.Discrepancy.class, "discrepancy", r -> List.of(r.code(), r.subject()))
          .goneIf(r -> !r.open());
  static final RowType<Row.Head> HEAD =
      of(Row.Head.class, "head", r -> List.of(r.device(), r.epoch()));

  private static final List<RowType<?>> ALL =
      List.of(
          SITE,
          ITEM,
          BARCODE,
          LOT,
          LOCATION,
          PERSON,
          STOCK,
          ORDER,
          LINE,
          ALLOCATION,
          WORK,
          EXPECTED,
          DISCREPANCY,
          HEAD);

  private static <R extends Row> RowType<R> of(
      Class<R> type, String name, Function<R, List<Object>> key) {
    return new RowType<>(type, name, key, row -> "", row -> false);
  }

  private RowType<R> about(Function<R, String> value) {
    return new RowType<>(type, name, key, value, gone);
  }

  private RowType<R> goneIf(Predicate<R> condition) {
    return new RowType<>(type, name, key, about, condition);
  }

  static List<RowType<?>> all() {
    return ALL;
  }

  /**
   * A row with what is needed to keep it.
   *
   * @param about empty if it is found by its key only
   */
  record Kept(String key, String about, boolean gone, Row row) {}

  static Kept keep(Row row) {
    for (RowType<?> type : ALL) {
      if (type.type.isInstance(row)) {
        return type.kept(row);
      }
    }
    throw new IllegalStateException("nobody said how to keep a " + row.getClass().getSimpleName());
  }

  private Kept kept(Row row) {
    R own = type.cast(row);
    String subject = about.apply(own);
    return new Kept(
        textOf(key.apply(own)),
        subject.isEmpty() ? "" : textOf(List.of(subject)),
        gone.test(own),
        own);
  }

  /** A key, or its first parts, as text: all rows whose keys start alike stand together. */
  String textOf(List<Object> parts) {
    return part(name) + parts.stream().map(RowType::part).collect(Collectors.joining());
  }

  /** The first text that does not start with this one any more. */
  static String end(String start) {
    return start.substring(0, start.length() - 1) + (char) (SEPARATOR + 1);
  }

  // Every part ends with a separator, which cannot occur within a part.
  private static String part(Object part) {
    return part.toString().replace("\u001e", "\u001ea").replace("\u001f", "\u001eb") + SEPARATOR;
  }
}
