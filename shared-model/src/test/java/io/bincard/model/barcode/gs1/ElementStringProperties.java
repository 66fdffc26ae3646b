package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ElementStringProperties {

  @Property
  void whatIsWrittenWithSeparatorsIsReadAgain(@ForAll("labels") List<Element> label) {
    assertThat(ElementString.read(ElementString.write(label), UnknownIdentifiers.REFUSED))
        .isEqualTo(new Elements(label));
  }

  @Property
  void whatIsWrittenWithBracketsIsReadAgain(@ForAll("labels") List<Element> label) {
    assertThat(BracketedText.read(BracketedText.write(label), UnknownIdentifiers.REFUSED))
        .isEqualTo(new Elements(label));
  }

  @Provide
  Arbitrary<List<Element>> labels() {
    List<ApplicationIdentifier> fillable =
        ApplicationIdentifiers.all().stream()
            .filter(identifier -> identifier.components().stream().allMatch(Parts::canBeMade))
            .toList();
    return Arbitraries.of(fillable)
        .flatMap(ElementStringProperties::element)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static Arbitrary<Element> element(ApplicationIdentifier identifier) {
    return Combinators.combine(identifier.components().stream().map(Parts::of).toList())
        .as(parts -> new Element(identifier, String.join("", parts)));
  }

  /** Right parts of values: any characters, dates, and digits with a check digit. */
  private static final class Parts {

    private static final ContentRule CHECK_DIGIT = ContentRules.named("csum");

    static boolean canBeMade(Component part) {
      return part.rules().isEmpty() || part.rules().contains(CHECK_DIGIT) || isShortDate(part);
    }

    static Arbitrary<String> of(Component part) {
      if (isShortDate(part)) {
        return date();
      }
      Arbitrary<String> characters =
          Arbitraries.strings()
              .withChars(characters(part.characters()))
              .ofMinLength(part.shortest())
              .ofMaxLength(part.longest());
      return part.rules().contains(CHECK_DIGIT)
          ? characters.map(digits -> CheckDigit.append(digits.substring(1)))
          : characters;
    }

    private static Arbitrary<String> date() {
      return Combinators.combine(
              Arbitraries.integers().between(0, 99),
              Arbitraries.integers().between(1, 12),
              Arbitraries.integers().between(1, 28))
          .as((year, month, day) -> String.format("%02d%02d%02d", year, month, day));
    }

    private static boolean isShortDate(Component part) {
      return part.longest() == 6 && part.rules().stream().anyMatch(ContentRules::isDate);
    }

    private static char[] characters(CharacterSet set) {
      return IntStream.range(0, 128)
          .filter(character -> set.has((char) character))
          .mapToObj(character -> String.valueOf((char) character))
          .collect(Collectors.joining())
          .toCharArray();
    }
  }
}
