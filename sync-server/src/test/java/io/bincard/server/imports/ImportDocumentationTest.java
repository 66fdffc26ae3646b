package io.bincard.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ImportDocumentationTest {
  static final List<String> KINDS = Importer.KINDS;

  private static Company company;

  @BeforeAll
  static void open() {
    company = new Company();
  }

  @AfterAll
  static void close() {
    company.close();
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void thePageNamesTheColumnsOfEachKind(String kind) throws IOException {
    String page = Files.readString(Path.of("../docs/import.md"));
    String section = page.split("\n### " + kind + "\n", 2)[1].split("\n##", 2)[0];
    List<Column> documented = new ArrayList<>();
    Matcher rows = Pattern.compile("(?m)^\\| (?!column|-)([^|]+) \\|").matcher(section);
    while (rows.find()) {
      for (String name : rows.group(1).split(", ", -1)) {
        boolean required = name.startsWith("**");
        documented.add(new Column(name.replace("*", ""), required));
      }
    }

    assertThat(documented).containsExactlyInAnyOrderElementsOf(company.importer.columns(kind));
  }
}
