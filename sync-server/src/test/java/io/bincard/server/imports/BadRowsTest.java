package io.bincard.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that can be wrong with a row. As nothing is ever applied, all share the same books. */
class BadRowsTest {
  private static Company company;

  @BeforeAll
  static void open() {
    company = Company.open();
  }

  @AfterAll
  static void close() {
    company.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sites | site,name,zone~X Y,Here,UTC | site | letters",
        "sites | site,name,zone~X,Here,Berlin | zone | Europe/Berlin",
        "sites | site,name,zone,company_prefix~X,Here,UTC,12 | company_prefix | 4 to 12 digits",
        "sites | site,name,zone,lease_minutes~X,Here,UTC,0 | lease_minutes | from 1",
        "items | item,name,cost~X,Lamp,-1 | cost | money",
        "items | item,name,tracking~X,Lamp,batch | tracking | NONE, LOT, SERIAL",
        "items | item,name,active~X,Lamp,maybe | active | yes nor no",
        "items | item,name~LAMP,Lamp~LAMP,Lamp | '' | line 2 is about the same",
        "barcodes | code,item~4006381333930,LAMP | code | should be 1",
        "barcodes | code,item~4006381333931,FAN | item | no item \"FAN\"",
        "barcodes | code,item,pack~4006381333931,LAMP,0 | pack | above zero",
        "barcodes | code,item,pack~4006381333931,SAW,1.5 | pack | whole number",
        "barcodes | code,item~4006381333931,LAMP~04006381333931,LAMP | '' | line 2",
        "locations | location,kind,sequence~A,storage,1 | site | which site",
        "locations | site,location,kind,sequence~EAST,A,storage,1 | site | no site \"EAST\"",
        "lots | site,item,lot~NORTH,LAMP,L1 | item | not tracked by lot",
        "lots | site,item,lot~NORTH,MILK,? | lot | batch number",
        "lots | site,item,lot,expiry~NORTH,MILK,M2,31.1.2027 | expiry | 2027-03-31",
        "lots | site,item,lot,status~NORTH,MILK,M2,good | status | AVAILABLE, HELD, RECALLED",
        "people | person,name,role~ann,Ann,operator | sites | at least one site",
        "people | person,name,role,sites~ann,Ann,operator,EAST | sites | no site",
        "people | person,name,role,sites,pin~ann,Ann,operator,NORTH,12a4 | pin | 4 to 8 digits",
        "people | person,name,role,password~ann,Ann,admin,short | password | at least 10",
        "people | person,name,role,badge~ann,Ann,admin,B1~bob,Bob,admin,B1 | badge | badge of ann",
        "tolerances | site,item,class,units~NORTH,LAMP,A,1 | '' | one of them",
        "tolerances | site,location,units~NORTH,Z-9,1 | location | no location",
        "tolerances | site,units~NORTH,-1 | units | below zero",
        "deliveries | site,delivery,line,item,quantity~NORTH,D1,0,LAMP,1 | line | from 1",
        "deliveries | site,delivery,line,item,quantity~NORTH,D1,1,OLD,1 | item | not active",
        "counts | site,sheet,location~NORTH,C1,A-01~NORTH,C1,a-01 | location | on this sheet",
        "counts | site,sheet,location~NORTH,C1,Z-9 | location | no location",
        "stock | site,location,item,quantity~NORTH,A-01,FAN,1 | item | no item \"FAN\"",
        "stock | site,location,item,quantity~NORTH,Z-9,LAMP,1 | location | no location",
        "stock | site,location,item,quantity~NORTH,A-01,LAMP, | quantity | blank",
        "stock | site,location,item,quantity~NORTH,A-01,LAMP,1e3 | quantity | decimal",
        "stock | site,location,item,quantity~NORTH,A-01,LAMP,-1 | quantity | below zero",
        "stock | site,location,item,quantity~NORTH,A-01,LAMP,10000001 | quantity | at most"
            + " 10000000",
        "stock | site,location,item,quantity~NORTH,A-01,LAMP,0.0000001 | quantity | six decimal",
        "stock | site,location,item,quantity~NORTH,A-01,SAW,1.5 | quantity | whole number",
        "stock | site,location,item,quantity~NORTH,A-01,MILK,1 | lot | tracked by lot",
        "stock | site,location,item,lot,quantity~NORTH,A-01,MILK,M9,1 | lot | no lot",
        "stock | site,location,item,lot,quantity~NORTH,A-01,LAMP,M1,1 | lot | leave the lot blank",
        "orders | site,order,item,quantity~NORTH,1001,FAN,1 | item | no item \"FAN\"",
        "orders | site,order,item,quantity~NORTH,1001,OLD,1 | item | not active",
        "orders | site,order,item,quantity~NORTH,1001,LAMP,0 | quantity | above zero",
        "orders | site,order,line,item,quantity~NORTH,1,7,LAMP,1~NORTH,1,7,LAMP,1 | line | anew",
        "orders | site,order,customer,item,quantity~NORTH,1,Ann,LAMP,1~NORTH,1,Bob,SAW,1 | customer"
            + " | the same in all rows",
        "orders | site,order,priority,item,quantity~NORTH,1,high,LAMP,1 | priority | whole number",
      })
  void whatIsWrongWithARowIsNamedWithWhatToDo(
      String kind, String text, String field, String message) {
    ImportReport report = company.run(kind, text.replace('~', '\n'));

    assertThat(report.applied()).isFalse();
    assertThat(report.verdicts())
        .anySatisfy(
            verdict -> {
              assertThat(verdict.field()).isEqualTo(field);
              assertThat(verdict.message()).contains(message);
            });
    assertThat(company.journal()).isEmpty();
  }
}
