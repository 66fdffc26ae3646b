package io.bincard.model.barcode.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads {@code application-identifiers.txt}, whose head says what stands in it. */
final class DictionaryFile {

  private DictionaryFile() {}

  static List<ApplicationIdentifier> read() {
    return DataFile.lines("application-identifiers.txt").stream()
        .flatMap(DictionaryFile::identifiers)
        .toList();
  }

  private static Stream<ApplicationIdentifier> identifiers(String line) {
    List<String> columns = columns(line, ';');
    String flags = columns.get(1);
    List<Component> components =
        words(columns.get(2)).stream().map(DictionaryFile::component).toList();
    List<String> attributes = words(columns.get(3));
    return codes(columns.get(0))
        .map(
            code ->
                new ApplicationIdentifier(
                    code,
                    columns.get(4),
                    flags.contains("*"),
                    new LinkUse(flags.contains("?"), qualifierOrders(attributes)),
                    components,
                    associations(attributes)));
  }

  private static Stream<String> codes(String range) {
    int dash = range.indexOf('-');
    if (dash < 0) {
      return Stream.of(range);
    }
    int first = Integer.parseInt(range.substring(0, dash));
    int last = Integer.parseInt(range.substring(dash + 1));
    return IntStream.rangeClosed(first, last).mapToObj(Integer::toString);
  }

  private static Component component(String spelling) {
    List<String> parts = columns(spelling, ',');
    String type = parts.get(0);
    boolean optional = type.startsWith("[");
    String plain = optional ? type.substring(1, type.length() - 1) : type;
    CharacterSet characters = CharacterSet.valueOf(plain.substring(0, 1));
    boolean variable = plain.startsWith("..", 1);
    int longest = Integer.parseInt(plain.substring(variable ? 3 : 1));
    List<ContentRule> rules =
        parts.subList(1, parts.size()).stream().map(ContentRules::named).toList();
    return new Component(characters, variable ? 1 : longest, longest, optional, rules);
  }

  private static Associations associations(List<String> attributes) {
    List<Associations.Need> needs =
        attributes.stream()
            .filter(attribute -> attribute.startsWith("req="))
            .map(attribute -> need(attribute.substring(4)))
            .toList();
    List<CodePattern> excludes =
        attributes.stream()
            .filter(attribute -> attribute.startsWith("ex="))
            .flatMap(attribute -> columns(attribute.substring(3), ',').stream())
            .map(CodePattern::of)
            .toList();
    return new Associations(needs, excludes);
  }

  private static Associations.Need need(String spelling) {
    return new Associations.Need(
        spelling,
        columns(spelling, ',').stream()
            .map(group -> columns(group, '+').stream().map(CodePattern::of).toList())
            .toList());
  }

  private static List<List<String>> qualifierOrders(List<String> attributes) {
    return attributes.stream()
        .filter(attribute -> attribute.startsWith("dlpkey"))
        .flatMap(attribute -> qualifierOrders(attribute.substring("dlpkey".length())))
        .toList();
  }

  private static Stream<List<String>> qualifierOrders(String orders) {
    return orders.isEmpty()
        ? Stream.of(List.of())
        : columns(orders.substring(1), '|').stream().map(order -> columns(order, ','));
  }

  private static List<String> words(String text) {
    return columns(text, ' ').stream().filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> columns(String text, char separator) {
    List<String> columns = new ArrayList<>();
    int from = 0;
    for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
      columns.add(text.substring(from, to));
      from = to + 1;
    }
    columns.add(text.substring(from));
    return columns;
  }
}
