package io.bincard.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.server.reconcile.UnknownSiteException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTest {
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static AuditedSite site;

  @BeforeAll
  static void aVariedHistory() {
    site = new AuditedSite();
    History.happenAt(site);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void aVariedHistoryIsClean() {
    assertThat(site.differences()).isEmpty();
  }

  @Test
  void thatHistoryIsIndeedVaried() {
    assertThat(site.all("select distinct code from discrepancy where open"))
        .containsExactlyInAnyOrder(
            "COUNT_DISPUTED",
            "COUNT_VARIANCE",
            "DEVICE_FORKED",
            "LATE_MOVE",
            "LOT_BLOCKED",
            "OVERPICK",
            "PICKED_AFTER_CANCEL",
            "SHORTFALL",
            "SHORT_PICK_DISPUTED",
            "UNKNOWN_BARCODE");
    assertThat(site.all("select distinct outcome from operation"))
        .containsExactlyInAnyOrder("APPLIED", "REFUSED", "QUARANTINED");
    assertThat(site.all("select id::text from operation where repeated")).hasSize(1);
    assertThat(
            site.all(
                "select r ->> 'status' from statement, "
                    + "jsonb_array_elements(readings -> 'readings') r group by 1"))
        .containsExactlyInAnyOrder(
            "ACCEPTED", "OUT_OF_TOLERANCE", "REJECTED", "DISPUTED", "OUTVOTED", "NOTED");
    assertThat(site.all("select target::text from void")).hasSize(5);
    assertThat(site.all("select operation::text from settlement")).hasSizeGreaterThan(3);
    assertThat(site.all("select subject from discrepancy where holds and not open")).hasSize(1);
  }

  @Test
  void itTellsHowItGetsOn() {
    List<String> heard = new ArrayList<>();
    Report report =
        Audit.runSite(
            site.database,
            AuditedSite.NORTH,
            new AuditListener() {
              @Override
              public void progress(String of, Stage stage, long done, boolean ended) {
                heard.add(of + " " + stage + (ended ? " ended" : " goes on"));
              }
            });

    assertThat(heard).startsWith("NORTH JOURNALS ended").endsWith("NORTH DISCREPANCIES ended");
    assertThat(report.operations())
        .isEqualTo(Long.parseLong(site.all("select count(*) from operation").get(0)));
    assertThat(report.cards()).isPositive();
  }

  @Test
  void aSiteNobodyKnowsCannotBeAudited() {
    assertThatThrownBy(() -> Audit.runSite(site.database, "SOUTH", new AuditListener() {}))
        .isInstanceOf(UnknownSiteException.class);
  }

  /** Somebody with the keys to the database writes into one row, and what the audit says of it. */
  record Tampering(String what, String table, String sql, List<String> differences) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Tampering tampering(String what, String table, String sql, String... differences) {
    return new Tampering(what, table, sql, List.of(differences));
  }

  static Stream<Tampering> tamperings() {
    return Stream.of(
        tampering(
            "a wrong balance",
            "balance",
            """
            update balance set quantity = quantity + 1500000
             where account = 'bin:A-01' and item = 'JAR' and lot = ''
            """,
            "BALANCE: balance of bin:A-01 JAR. By the journals: 48. In the tables: 49.5."),
        tampering(
            "a deleted balance",
            "balance",
            "delete from balance where account = 'supplier' and item = 'JAR'",
            "BALANCE: balance of supplier JAR. By the journals: -109. In the tables: 0."),
        tampering(
            "a deleted ledger row",
            "ledger",
            "delete from ledger where account = 'bin:A-01' and device = 'H-0' and seq = 7",
            "LEDGER: ledger of bin:A-01 JAR by operation H-0/1/7, effect 0. By the journals: -2. In"
                + " the tables: 0."),
        tampering(
            "an edited text of a journal line",
            "operation",
            """
            update operation set line = replace(line, '"appVersion":"test"', '"appVersion":"tost"')
             where device = 'H-0' and seq = 4
            """,
            "JOURNAL: operation H-0/1/4, the hash of its line."),
        tampering(
            "an edited hash of a journal line",
            "operation",
            "update operation set hash = repeat('a', 64) where device = 'H-0' and seq = 4",
            "JOURNAL: operation H-0/1/4, the hash of its line."),
        tampering(
            "an edited person of a journal line",
            "operation",
            "update operation set person = 'nobody' where device = 'H-0' and seq = 4",
            "JOURNAL: operation H-0/1/4, column person. By the journals: dora. In the tables:"
                + " nobody."),
        tampering(
            "a deleted journal line that changed nothing",
            "operation",
            "delete from operation where device = 'H-0' and seq = 2",
            "JOURNAL: operation H-0/1/2. By the journals: there, as the journal goes on. In the"
                + " tables: missing."),
        tampering(
            "a deleted journal line that changed stock",
            "operation",
            "delete from operation where device = 'H-0' and seq = 7",
            "JOURNAL: operation H-0/1/7. By the journals: there, as the journal goes on. In the"
                + " tables: missing.",
            "STATEMENT: statement on bin:A-01 JAR by operation H-2/1/4, its reading. By the"
                + " journals: expected 81",
            "LEDGER: ledger of adjustment JAR by operation H-0/1/7, effect 0. By the journals: 0."
                + " In the tables: 2.",
            "LEDGER: ledger of adjustment JAR by operation H-2/1/4, effect 0. By the journals: 1."
                + " In the tables: -1.",
            "LEDGER: ledger of bin:A-01 JAR by operation H-0/1/7, effect 0. By the journals: 0. In"
                + " the tables: -2.",
            "LEDGER: ledger of bin:A-01 JAR by operation H-2/1/4, effect 0. By the journals: -1. In"
                + " the tables: 1."),
        tampering(
            "a deleted end of a journal",
            "operation",
            "delete from operation where device = 'H-3' and epoch = 2 and seq = 4",
            "JOURNAL: the end of the journal of device H-3. By the journals: 2/3,"),
        tampering(
            "an edited time",
            "operation",
            "update operation set t = t + 1 where device = 'H-0' and seq = 2",
            "TIME: operation H-0/1/2. By the journals: 2 +- 5. In the tables: 3 +- 5."),
        tampering(
            "an edited outcome",
            "operation",
            """
            update operation set outcome = 'QUARANTINED', code = 'X'
             where device = 'H-0' and seq = 7
            """,
            "STATEMENT: statement on bin:A-01 JAR by operation H-2/1/4, its reading. By the"
                + " journals: expected 81",
            "LEDGER: ledger of adjustment JAR by operation H-0/1/7, effect 0. By the journals: 0."
                + " In the tables: 2.",
            "LEDGER: ledger of adjustment JAR by operation H-2/1/4, effect 0. By the journals: 1."
                + " In the tables: -1.",
            "LEDGER: ledger of bin:A-01 JAR by operation H-0/1/7, effect 0. By the journals: 0. In"
                + " the tables: -2.",
            "LEDGER: ledger of bin:A-01 JAR by operation H-2/1/4, effect 0. By the journals: -1. In"
                + " the tables: 1."),
        tampering(
            "an edited line of a fork",
            "forked_operation",
            "update forked_operation set line = line || ' '",
            "JOURNAL: forked operation H-3/1/16, the hash of its line."),
        tampering(
            "a device set back",
            "device",
            "update device set seq = seq - 1 where device = 'H-0'",
            "JOURNAL: the end of the journal of device H-0. By the journals: 1/13,"),
        tampering(
            "a clock set back",
            "device",
            "update device set last_t = last_t - 1 where device = 'H-0'",
            "TIME: where the corrected time of device H-0 goes on. By the journals: 64, anchor of"
                + " run 2: 20 at 20 +- 5. In the tables: 63, anchor"),
        tampering(
            "a void that is not void any more",
            "void",
            "delete from void where target = (select target from void order by target limit 1)",
            "VOID: operation ID. By the journals: void by" + " ID. In the tables: not void."),
        tampering(
            "an operation made void by hand",
            "void",
            "insert into void select site, id, id from operation where device = 'H-0' and seq = 7",
            "VOID: operation ID. By the journals: not void. In" + " the tables: void by"),
        tampering(
            "a settled count that is not settled any more",
            "settlement",
            """
            delete from settlement
             where operation = (select operation from settlement order by operation limit 1)
            """,
            "SETTLEMENT: count ID. By the journals: settled, "),
        tampering(
            "a wrong order line",
            "order_line",
            "update order_line set picked = picked + 1 where order_id = '10482' and line = 7",
            "ORDER_LINE: order line 10482/7, column picked. By the journals: 2. In the tables:"
                + " 2.000001."),
        tampering(
            "a deleted order line",
            "order_line",
            "delete from order_line where order_id = '10483' and line = 1",
            "ORDER_LINE: order line 10483/1. By the journals: 9 of JAR ordered, 9 picked, 0 packed."
                + " In the tables: missing."),
        tampering(
            "a step added to an order line",
            "line_entry",
            """
            insert into line_entry select * from line_entry where order_id = '10499' and line = 1
            """,
            "LINE_ENTRY: entries of order line 10499 1 PICKED by operation H-2/1/3, effect 1. By"
                + " the journals: 1. In the tables: 2."),
        tampering(
            "a discrepancy closed by hand",
            "discrepancy",
            "update discrepancy set open = false where subject = 'line 10499/1'",
            "DISCREPANCY: discrepancy OVERPICK line 10499/1. By the journals: open, it does"
                + " not add up"),
        tampering(
            "a discrepancy deleted",
            "discrepancy",
            "delete from discrepancy where code = 'DEVICE_FORKED'",
            "DISCREPANCY: discrepancy DEVICE_FORKED device H-3. By the journals: open, it does not"
                + " add up"),
        tampering(
            "a discrepancy made up",
            "discrepancy",
            """
            insert into discrepancy (site, code, subject, scope, open, holds, fingerprint, summary,
                                     evidence, opened)
            values ('NORTH', 'SHORTFALL', 'bin:Z-99 JAR', 'card bin:Z-99 JAR', true, true, 'f',
                    's', '{}', 0)
            """,
            "DISCREPANCY: discrepancy SHORTFALL bin:Z-99 JAR. By the journals: closed, it adds up."
                + " In the tables: open"),
        tampering(
            "a changed reading of a statement",
            "statement",
            """
            update statement set readings = jsonb_set(readings, '{readings,0,expected}', '"81"')
             where account = 'bin:A-01' and person = 'ben' and item = 'JAR'
            """,
            "STATEMENT: statement on bin:A-01 JAR by operation H-2/1/4, its reading. By the"
                + " journals: expected 79, posted 1, ACCEPTED. In the tables: expected 81,"),
        tampering(
            "a changed tolerance of a statement",
            "statement",
            """
            update statement set tolerance = 7
             where account = 'bin:A-01' and person = 'ben' and item = 'JAR'
            """,
            "STATEMENT: statement on bin:A-01 JAR by operation H-2/1/4, column tolerance. By the"
                + " journals: 2. In the tables: 0.000007."),
        tampering(
            "a deleted statement",
            "statement",
            "delete from statement where account = 'bin:A-07' and kind = 'SHORTAGE'",
            "STATEMENT: statement on bin:A-07 JAR by operation H-1/1/14. By the journals: SHORTAGE,"
                + " expected 5, posted 0, NOTED. In the tables: missing."),
        tampering(
            "a changed statement about a bin",
            "account_statement",
            "update account_statement set task = 'x' where account = 'bin:A-04'",
            "STATEMENT: statement on all of bin:A-04 by operation H-2/1/8. By the journals: COUNT"
                + " in task 'sheet 1' by ben"),
        tampering(
            "a scan taken for something else",
            "unknown_scan",
            "update unknown_scan set resolved_pack = 1 where resolved_pack = 12000000",
            "SCAN: scan of 00000000000024 by operation ID. By the" + " journals: 2 pack(s)"),
        tampering(
            "a barcode taken for something else",
            "barcode",
            "update barcode set pack = 1 where operation is not null and item = 'LID'",
            "BARCODE: barcode 00000000000024. By the journals: 10 of LID. In the tables: 0.000001"
                + " of LID."),
        tampering(
            "an order reopened by hand",
            "orders",
            "update orders set state = 'OPEN' where order_id = '10483'",
            "ORDER: order 10483, column state. By the journals: CANCELLED. In the tables: OPEN."),
        tampering(
            "an allocation changed by hand",
            "orders",
            "update orders set stops = '[]' where order_id = '10482'",
            "ORDER: order 10482, column stops. By the journals: [Allocation[line=7,"
                + " location=A-01,"),
        tampering(
            "work taken away by hand",
            "work",
            "update work set device = '', person = '', expires = 0 where work = 'pick 10482'",
            "WORK: work pick 10482. By the journals: held by ana with H-1 until "),
        tampering(
            "a carton that comes back by hand",
            "departure",
            "delete from departure where order_id = '10482'",
            "CARTON: carton C-1 of order 10482, sent off by operation"),
        tampering(
            "a carton closed by hand",
            "carton",
            "update carton set order_id = '1' where carton = 'C-1'",
            "CARTON: carton C-1, closed by operation ID. By the"
                + " journals: for order 10482. In the tables: for order 1."));
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void whatSomebodyWroteIntoTheTablesIsNamedAndNothingElseIs(Tampering tampering) {
    site.tamper(tampering.table(), tampering.sql());
    try {
      assertThat(site.differences())
          .zipSatisfy(
              tampering.differences(),
              (found, expected) ->
                  assertThat(found.replaceAll(ID, "ID")).startsWith("NORTH " + expected));
    } finally {
      site.restore(tampering.table());
    }
  }
}
