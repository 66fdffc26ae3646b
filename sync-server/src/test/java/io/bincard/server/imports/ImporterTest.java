package io.bincard.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bincard.model.operation.Decision.LotHeld;
import io.bincard.model.operation.Decision.OrderPlaced;
import io.bincard.model.operation.Decision.StockCorrected;
import io.bincard.model.stock.Quantity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What imports do to the books, seen through the books. */
class ImporterTest {
  private Company company;

  @BeforeEach
  void open() {
    company = Company.open();
  }

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void newRowsAreInTheBooksAfterwards() {
    try (Company empty = new Company()) {
      ImportReport report = empty.run("items", Company.ITEMS);

      assertThat(report.applied()).isTrue();
      assertThat(report.summary())
          .isEqualTo("4 rows: 4 new, 0 changed, 0 unchanged, 0 with errors");
      assertThat(empty.column("select item || ' ' || cost || ' ' || tracking from item order by 1"))
          .containsExactly("LAMP 12.5 NONE", "MILK 0.8 LOT", "OLD 1 NONE", "SAW 89 SERIAL");
    }
  }

  @Test
  void theSameFileASecondTimeChangesNothing() {
    for (ImportReport report :
        List.of(
            company.run("sites", Company.SITES),
            company.run("items", Company.ITEMS),
            company.run("locations", Company.LOCATIONS),
            company.run("lots", Company.LOTS))) {
      assertThat(report.unchanged()).isEqualTo(report.rows()).isPositive();
    }
    assertThat(company.column("select count(distinct changed) from location"))
        .as("handhelds do not pull it again")
        .containsExactly("1");
  }

  @Test
  void aColumnThatIsAbsentStaysAsItIsAndABlankOneIsEmptied() {
    ImportReport report = company.run("items", "item,name,class\nLAMP,Floor lamp,\n");

    assertThat(report.changed()).isEqualTo(1);
    assertThat(company.column("select class || '/' || cost from item where item = 'LAMP'"))
        .containsExactly("/12.5");
  }

  @Test
  void aChangedRowIsNewToHandhelds() {
    String before = company.column("select changed from item where item = 'LAMP'").get(0);

    company.run("items", "item,name\nLAMP,Reading lamp\n");

    assertThat(company.column("select changed from item where item = 'LAMP'"))
        .doesNotContain(before);
  }

  @Test
  void aDryRunSaysTheFateOfEveryRowAndChangesNothing() {
    ImportReport report =
        company.check("items", "item,name\nLAMP,Reading lamp\nSAW,Saw\nNEW,New lamp\n,No item\n");

    assertThat(report.verdicts())
        .extracting(Verdict::line, Verdict::fate, Verdict::message)
        .containsExactly(
            tuple(2, Fate.CHANGED, "name: Floor lamp -> Reading lamp"),
            tuple(3, Fate.UNCHANGED, ""),
            tuple(4, Fate.NEW, ""),
            tuple(5, Fate.ERROR, "is blank: fill it in"));
    assertThat(report.applied()).isFalse();
    assertThat(company.column("select name from item order by 1"))
        .containsExactly("Floor lamp", "Milk 1 l", "Old lamp", "Saw");
  }

  @Test
  void oneBadRowAndNothingOfItsFileIsApplied() {
    ImportReport report =
        company.run(
            "locations", "site,location,kind,sequence\nNORTH,B-01,storage,1\nNORTH,B-02,shelf,x\n");

    assertThat(report.applied()).isFalse();
    assertThat(report.verdicts())
        .extracting(Verdict::line, Verdict::field)
        .containsExactly(tuple(3, "kind"), tuple(3, "sequence"));
    assertThat(company.column("select location from location"))
        .containsExactlyInAnyOrder("A-01", "A-02");
  }

  @Test
  void whatTheWholeFileIsAboutNeedNotBeInEveryRow() {
    ImportReport report =
        company.importer.run(
            new Importer.File(
                "locations",
                "SOUTH",
                "location,kind,sequence\nS-1,storage,1\n".getBytes(StandardCharsets.UTF_8)),
            "ann",
            Progress.NOBODY);

    assertThat(report.applied()).isTrue();
    assertThat(company.column("select location from location where site = 'SOUTH'"))
        .containsExactly("S-1");
  }

  @Test
  void gtinsOfAnyLengthAreOneKeyAndOwnCodesStayAsTheyAre() {
    company.run(
        "barcodes",
        """
        code,item,pack,numbering
        4006381333931,LAMP,,
        box-7,LAMP,12,
        4006381333930,LAMP,1,own
        """);

    assertThat(company.column("select code || ' ' || pack / 1000000 from barcode order by code"))
        .containsExactly("04006381333931 1", "4006381333930 1", "box-7 12");
  }

  @Test
  void aBarcodeGetsANewMeaningOnlyWhenItChanges() {
    company.run("barcodes", "code,item\n4006381333931,LAMP\n");
    company.run("barcodes", "item,code,pack\nLAMP,4006381333931,1\n");
    assertThat(company.column("select count(*) from barcode")).containsExactly("1");

    company.run("barcodes", "code,item,pack\n4006381333931,LAMP,6\n");

    assertThat(company.column("select pack / 1000000 from barcode order by valid_from"))
        .containsExactly("1", "6");
  }

  @Test
  void aToleranceIsKeptWithWhatItWasBefore() {
    company.run("tolerances", "site,item,units\nNORTH,LAMP,2\nNORTH,,1\n");

    ImportReport report = company.run("tolerances", "site,item,units\nNORTH,LAMP,3\nNORTH,,1\n");

    assertThat(report.summary()).isEqualTo("2 rows: 0 new, 1 changed, 1 unchanged, 0 with errors");
    assertThat(
            company.column(
                "select units / 1000000 from tolerance where item <> '' order by valid_from"))
        .containsExactly("2", "3");
  }

  @Test
  void holdingALotThatThereIsIsADecision() {
    company.run("lots", "site,item,lot,status\nNORTH,MILK,M1,held\nNORTH,MILK,M2,recalled\n");

    assertThat(company.journal()).containsExactly(new LotHeld("MILK", "M1", false, "imported"));
    assertThat(
            company.column(
                "select lot || status || coalesce(expiry::text, '') from lot order by lot"))
        .containsExactly("M1HELD2027-01-31", "M2RECALLED");
  }

  @Test
  void anItemWithStockKeepsItsTracking() {
    company.run("stock", "site,location,item,quantity\nNORTH,A-01,LAMP,5\n");

    ImportReport report =
        company.run("items", "item,name,tracking\nLAMP,Floor lamp,lot\nSAW,Saw,none\n");

    assertThat(report.verdicts()).extracting(Verdict::field).containsExactly("tracking");
  }

  @Test
  void secretsAreKeptAsHashesAndStayWhereTheFileHasNone() {
    String people = "person,name,role,sites,badge,pin\nann,Ann,operator,NORTH;SOUTH,B1,4711\n";
    company.run("people", people);
    String hash = company.column("select pin_hash from person").get(0);

    assertThat(hash).startsWith("$argon2id$").doesNotContain("4711");
    assertThat(company.run("people", people).unchanged()).isEqualTo(1);
    company.run("people", "person,name,role\nann,Ann Smith,supervisor\n");
    assertThat(company.column("select pin_hash from person")).containsExactly(hash);
    assertThat(company.column("select site from person_site order by 1"))
        .containsExactly("NORTH", "SOUTH");
    assertThat(company.check("people", people.replace("4711", "4712")).verdicts())
        .extracting(Verdict::message)
        .containsExactly(
            "name: Ann Smith -> Ann, role: SUPERVISOR -> OPERATOR, pin: hidden -> hidden");
  }

  @Test
  void twoPeopleCanSwapTheirBadges() {
    company.run("people", "person,name,role,badge\nann,Ann,admin,B1\nbob,Bob,admin,B2\n");

    assertThat(
            company
                .run("people", "person,name,role,badge\nann,Ann,admin,B2\nbob,Bob,admin,B1\n")
                .changed())
        .isEqualTo(2);
    assertThat(company.run("people", "person,name,role,badge\neve,Eve,admin,B1\n").errors())
        .isEqualTo(1);
  }

  @Test
  void aCountSheetIsTheLocationsOfItsRows() {
    String sheet = "site,sheet,title,location\nNORTH,C1,Aisle A,A-02\nNORTH,C1,,A-01\n";

    assertThat(company.run("counts", sheet).fresh()).isEqualTo(2);
    assertThat(company.column("select title || locations from work"))
        .containsExactly("Aisle A[\"A-02\", \"A-01\"]");
    assertThat(company.run("counts", sheet).unchanged()).isEqualTo(2);

    company.execute("update work set state = 'CLAIMED'");
    assertThat(company.run("counts", sheet).unchanged()).isEqualTo(2);
    assertThat(company.run("counts", "site,sheet,location\nNORTH,C1,A-01\n").verdicts())
        .extracting(Verdict::field)
        .containsExactly("sheet");
  }

  @Test
  void aDeliveryLineOfWhichSomethingArrivedKeepsItsItem() {
    company.run(
        "deliveries", "site,delivery,line,item,quantity\nNORTH,D1,1,LAMP,10\nNORTH,D1,2,LAMP,5\n");
    company.execute("update delivery_line set received = 1 where line = 1");

    assertThat(
            company
                .run("deliveries", "site,delivery,line,item,quantity\nNORTH,D1,1,LAMP,20\n")
                .applied())
        .isTrue();
    assertThat(
            company
                .run(
                    "deliveries",
                    "site,delivery,line,item,quantity\nNORTH,D1,1,SAW,1\nNORTH,D1,2,SAW,1\n")
                .verdicts())
        .extracting(Verdict::line, Verdict::field)
        .containsExactly(tuple(2, "item"));
    assertThat(
            company.column(
                "select line || item || ordered / 1000000 || received from delivery_line"))
        .containsExactlyInAnyOrder("1LAMP201", "2LAMP50");
  }

  @Test
  void stockIsStatedOnceByAFileAndAgainByAnother() {
    String stock = "site,location,item,lot,quantity\nNORTH,a-01,LAMP,,5\nNORTH,A-01,MILK,M1,2.5\n";
    company.run("stock", stock);
    assertThat(company.column("select distinct person from operation")).containsExactly("ann");
    assertThat(company.journal())
        .containsExactly(
            new StockCorrected("A-01", "LAMP", "", Quantity.units(5), "imported"),
            new StockCorrected("A-01", "MILK", "M1", Quantity.parse("2.5"), "imported"));

    assertThat(company.run("stock", stock).unchanged()).isEqualTo(2);
    assertThat(company.journal()).hasSize(2);

    ImportReport another = company.check("stock", stock + "NORTH,A-02,LAMP,,0\n");
    assertThat(another.verdicts())
        .extracting(Verdict::fate, Verdict::subject, Verdict::message)
        .containsExactly(
            tuple(Fate.NEW, "LAMP at A-01 in NORTH", "the books say 5"),
            tuple(Fate.NEW, "MILK, lot M1 at A-01 in NORTH", "the books say 2.5"),
            tuple(Fate.NEW, "LAMP at A-02 in NORTH", ""));
    company.run("stock", stock + "NORTH,A-02,LAMP,,0\n");
    assertThat(company.journal()).hasSize(5);
  }

  @Test
  void anOrderIsAllItsRows() {
    company.run(
        "orders",
        """
        site,order,customer,priority,item,quantity
        NORTH,1001,Ann,5,LAMP,2
        NORTH,1002,Bob,,SAW,1
        NORTH,1001,,,MILK,0.5
        """);

    assertThat(company.journal())
        .containsExactly(
            new OrderPlaced(
                "1001",
                "Ann",
                5,
                List.of(
                    new OrderPlaced.Line(1, "LAMP", Quantity.units(2)),
                    new OrderPlaced.Line(2, "MILK", Quantity.parse("0.5")))),
            new OrderPlaced(
                "1002", "Bob", 0, List.of(new OrderPlaced.Line(1, "SAW", Quantity.units(1)))));
  }

  @Test
  void anOrderIsPlacedOnceAndNotChangedByAnImport() {
    String orders = "site,order,item,quantity\nNORTH,1001,LAMP,2\nNORTH,1002,SAW,1\n";
    company.run("orders", orders);
    company.execute("update order_line set ordered = 3000000 where order_id = '1001'");

    assertThat(company.run("orders", orders).unchanged())
        .as("the file says what it said")
        .isEqualTo(2);
    ImportReport other = company.run("orders", orders.replace("LAMP,2", "LAMP,4"));

    assertThat(other.verdicts())
        .extracting(Verdict::line, Verdict::field)
        .containsExactly(tuple(2, "order"));
    assertThat(other.verdicts().get(0).message()).contains("change that order");
    assertThat(company.journal()).hasSize(2);
  }

  @Test
  void twoPeopleWhoImportTheSameFileAtOnceImportItOnce() throws Exception {
    String stock = "site,location,item,lot,quantity\nNORTH,A-01,MILK,M1,1\nNORTH,A-02,MILK,M1,2\n";
    String orders =
        IntStream.range(0, 200)
            .mapToObj(i -> "NORTH,%d,LAMP,1\n".formatted(i))
            .collect(Collectors.joining("", "site,order,item,quantity\n", ""));
    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      List<Future<ImportReport>> reports = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        reports.add(people.submit(() -> company.run("stock", stock)));
        reports.add(people.submit(() -> company.run("orders", orders)));
      }
      for (Future<ImportReport> report : reports) {
        assertThat(report.get().applied()).isTrue();
      }
    }

    assertThat(company.journal()).hasSize(202);
  }

  @Test
  void anOrderOfWhichOneRowIsWrongIsWrongAsAWhole() {
    ImportReport report =
        company.check(
            "orders", "site,order,item,quantity\nNORTH,1,LAMP,2\nNORTH,1,SAW,x\nNORTH,2,SAW,1\n");

    assertThat(report.verdicts())
        .extracting(Verdict::line, Verdict::fate)
        .containsExactly(tuple(2, Fate.ERROR), tuple(3, Fate.ERROR), tuple(4, Fate.NEW));
    assertThat(report.verdicts().get(0).message()).contains("line 3");
  }

  @Test
  void filesThatAreCheckedTogetherMayReferToEachOther() {
    try (Company empty = new Company()) {
      List<ImportReport> reports =
          empty.importer.check(
              List.of(
                  Company.file("sites", Company.SITES),
                  Company.file("items", Company.ITEMS),
                  Company.file("locations", Company.LOCATIONS),
                  Company.file("lots", Company.LOTS),
                  Company.file("stock", "site,location,item,lot,quantity\nNORTH,A-01,MILK,M1,1\n"),
                  Company.file(
                      "orders", "site,order,item,quantity\nNORTH,1,LAMP,1\nNORTH,1,FAN,1\n")),
              Progress.NOBODY);

      assertThat(reports).extracting(ImportReport::errors).containsExactly(0, 0, 0, 0, 0, 2);
      assertThat(empty.column("select site from site")).isEmpty();
    }
  }

  @Test
  void twentyThousandRowsAreImportedWithSignsOfLife() {
    String rows =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "NORTH,B-%05d,storage,%d\n".formatted(i, i))
            .collect(Collectors.joining());
    int[] signs = {0};

    ImportReport report =
        company.importer.run(
            Company.file("locations", "site,location,kind,sequence\n" + rows),
            "ann",
            (step, done, all) -> signs[0]++);

    assertThat(report.fresh()).isEqualTo(20_000);
    assertThat(signs[0]).isGreaterThan(20);
    assertThat(company.column("select count(*) from location")).containsExactly("20002");
  }
}
