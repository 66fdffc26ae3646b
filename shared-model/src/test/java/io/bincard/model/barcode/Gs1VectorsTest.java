package io.bincard.model.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.barcode.gs1.AssociationRules;
import io.bincard.model.barcode.gs1.BracketedText;
import io.bincard.model.barcode.gs1.DigitalLink;
import io.bincard.model.barcode.gs1.Element;
import io.bincard.model.barcode.gs1.ElementString;
import io.bincard.model.barcode.gs1.Elements;
import io.bincard.model.barcode.gs1.ElementsOrError;
import io.bincard.model.barcode.gs1.ReadError;
import io.bincard.model.barcode.gs1.UnknownIdentifiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the reference engine of GS1, version 1.4.1, makes of many element strings. {@code
 * -Dgs1.vectors=FILE} tries another file of the same four columns: kind, input, ok or error, and
 * the elements with brackets.
 */
class Gs1VectorsTest {

  private static final BarcodeSettings SETTINGS = BarcodeSettings.usual(2026);

  record Vector(String kind, String input, boolean ok, String elements) {

    static Vector of(String line) {
      String[] columns = line.split("\t", -1);
      String input =
          columns[1]
              .replace("<GS>", "\u001d")
              .replace("\\t", "\t")
              .replace("\\r", "\r")
              .replace("\\n", "\n");
      return new Vector(columns[0], input, columns[2].equals("ok"), columns[3]);
    }

    @Override
    public String toString() {
      return kind + " " + input;
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void bincardAgreesWithTheReferenceEngine(Vector vector) {
    Optional<String> elements = read(vector);
    assertThat(elements.isPresent()).as("readable: %s", vector).isEqualTo(vector.ok());
    elements.ifPresent(read -> assertThat(read).isEqualTo(vector.elements()));
  }

  static Stream<Vector> vectors() throws IOException {
    String file = System.getProperty("gs1.vectors");
    return (file == null ? ownVectors() : Files.readString(Path.of(file)))
        .lines()
        .skip(1)
        .map(Vector::of);
  }

  private static String ownVectors() throws IOException {
    try (InputStream stream = Gs1VectorsTest.class.getResourceAsStream("gs1-vectors.tsv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * The elements with brackets, nothing for data without elements; empty if it could not be read.
   */
  private static Optional<String> read(Vector vector) {
    String input = vector.input();
    return switch (vector.kind()) {
      case "scan" -> scan(input, SETTINGS.withIdentifierRequired(true));
      case "wedge-derived" -> scan(input, SETTINGS);
      case "digital-link" -> together(DigitalLink.read(input, UnknownIdentifiers.REFUSED), false);
      case "bracketed-parse", "linter" ->
          together(BracketedText.read(input, UnknownIdentifiers.REFUSED), false);
      case "assoc:validateAIrequisites" ->
          together(BracketedText.read(input, UnknownIdentifiers.ALLOWED), true);
      default ->
          vector.kind().startsWith("assoc:")
              ? together(BracketedText.read(input, UnknownIdentifiers.ALLOWED), false)
              : together(fnc1(input), false);
    };
  }

  private static ElementsOrError fnc1(String input) {
    assertThat(input).as("FNC1 in first position").startsWith("^");
    return ElementString.read(
        input.replace('^', ElementString.SEPARATOR), UnknownIdentifiers.REFUSED);
  }

  private static Optional<String> together(ElementsOrError result, boolean withNeeds) {
    if (result instanceof ReadError) {
      return Optional.empty();
    }
    List<Element> elements = ((Elements) result).list();
    boolean wrong =
        AssociationRules.conflicts(elements).isPresent()
            || (withNeeds && AssociationRules.needs(elements).isPresent());
    return wrong ? Optional.empty() : Optional.of(BracketedText.write(elements));
  }

  private static Optional<String> scan(String input, BarcodeSettings settings) {
    Barcode barcode = BarcodeParser.parse(Scan.of(input), settings);
    if (barcode instanceof UnreadableCode) {
      return Optional.empty();
    }
    if (barcode instanceof RetailCode retail) {
      return Optional.of(retail.companion().map(Gs1ElementString::bracketed).orElse(""));
    }
    return Optional.of(barcode instanceof Gs1ElementString gs1 ? gs1.bracketed() : "");
  }
}
