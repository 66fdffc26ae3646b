package io.bincard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.server.TestServer;
import io.bincard.server.client.ImportClient;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.imports.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCompanyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @TempDir Path folder;

  @Test
  void theSameSeedMakesTheSameFilesAndAnotherSeedOthers() throws IOException {
    DemoCompany.write(1, TODAY, folder.resolve("one"));
    DemoCompany.write(1, TODAY, folder.resolve("same"));
    DemoCompany.write(2, TODAY, folder.resolve("other"));

    for (String kind : Importer.KINDS) {
      assertThat(text("same", kind)).as(kind).isEqualTo(text("one", kind));
    }
    assertThat(text("other", "orders")).isNotEqualTo(text("one", "orders"));
  }

  @Test
  void theCompanyIsAsBigAsItSaysAndImportsWithoutAnError() throws Exception {
    DemoCompany.write(1, TODAY, folder);

    try (TestServer server = TestServer.start(Map.of("BINCARD_BODY_BYTES", "16777216"))) {
      Database database = server.database();
      database.inTransaction(c -> Sql.update(c, "delete from site")); // what the test server has
      ImportClient client = new ImportClient(server.address(), TestServer.ADMIN_KEY);
      DemoCompany.bring(folder, client);
      assertThat(count(database, "site")).isEqualTo(3);
      assertThat(count(database, "location")).isEqualTo(600);
      assertThat(count(database, "item")).isEqualTo(2000);
      assertThat(count(database, "item where tracking = 'LOT'")).isEqualTo(700);
      assertThat(count(database, "item where tracking = 'SERIAL'")).isEqualTo(70);
      assertThat(count(database, "orders where state = 'OPEN'")).isEqualTo(60);
      assertThat(count(database, "work where kind = 'COUNT'")).isEqualTo(2);
      assertThat(count(database, "person where pin_hash <> '' or password_hash <> ''"))
          .isEqualTo(8);
      assertThat(count(database, "discrepancy where open")).isZero();
      assertThat(count(database, shortages())).as("lines that stock does not cover").isZero();
    }
  }

  private static String shortages() {
    return """
    (select site, item, sum(ordered) as ordered from order_line group by site, item) wanted
    left join (select site, item, sum(quantity) as held from balance where account like 'bin:%'
      group by site, item) stock using (site, item)
    where coalesce(held, 0) < ordered
    """;
  }

  private static long count(Database database, String from) {
    List<Long> found =
        database.inSnapshot(
            c -> Sql.list(c, "select count(*) from " + from, row -> row.getLong(1)));
    return found.get(0);
  }

  private String text(String folderName, String kind) throws IOException {
    return Files.readString(folder.resolve(folderName).resolve(kind + ".csv"));
  }
}
