package io.bincard.bench;

import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Account;
import io.bincard.model.sync.JournalLine;
import io.bincard.server.db.Bulk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The baseline: the rows a push leaves behind, written by one statement a table and nothing else.
 * No HTTP, no reading, no locks, no reconciliation.
 */
final class RawInsert {
  private RawInsert() {}

  static void write(Connection connection, String site, List<Operation> operations)
      throws SQLException {
    Bulk journal = new Bulk();
    Bulk ledger = new Bulk();
    Bulk entries = new Bulk();
    Map<String, Object[]> balances = new TreeMap<>();
    Map<String, Object[]> lines = new TreeMap<>();
    for (Operation each : operations) {
      JournalLine line = JournalLine.write(each);
      journal.add(
          each.device(),
          each.epoch(),
          each.seq(),
          each.id().toString(),
          line.hash(),
          each.prevHash(),
          each.clocks().wall(),
          1_000L,
          each.user(),
          each.body().getClass().getSimpleName(),
          line.text());
      List<Effect> effects = each.effects();
      for (int i = 0; i < effects.size(); i++) {
        if (effects.get(i) instanceof Effect.Move move) {
          long quantity = move.quantity().millionths();
          side(ledger, balances, each, i, move, move.from(), -quantity);
          side(ledger, balances, each, i, move, move.to(), quantity);
        } else if (effects.get(i) instanceof Effect.Progress progress) {
          long quantity = progress.quantity().millionths();
          entries.add(
              progress.line().order(),
              progress.line().line(),
              each.clocks().wall(),
              each.device(),
              each.epoch(),
              each.seq(),
              i,
              each.id().toString(),
              progress.stage().name(),
              progress.item(),
              progress.container().toString(),
              quantity);
          lines.merge(
              progress.line().toString(),
              new Object[] {progress.line().order(), progress.line().line(), quantity},
              (one, other) -> new Object[] {one[0], one[1], (Long) one[2] + (Long) other[2]});
        }
      }
    }
    Bulk balanceRows = new Bulk();
    balances.values().forEach(balanceRows::add);
    Bulk lineRows = new Bulk();
    lines.values().forEach(lineRows::add);
    write(connection, site, journal, ledger, entries, balanceRows, lineRows);
  }

  private static void side(
      Bulk ledger,
      Map<String, Object[]> balances,
      Operation cause,
      int index,
      Effect.Move move,
      Account account,
      long delta) {
    ledger.add(
        account.toString(),
        move.item(),
        move.lot(),
        cause.clocks().wall(),
        cause.device(),
        cause.epoch(),
        cause.seq(),
        index,
        delta);
    balances.merge(
        account + "\n" + move.item(),
        new Object[] {account.toString(), move.item(), move.lot(), delta},
        (one, other) -> new Object[] {one[0], one[1], one[2], (Long) one[3] + (Long) other[3]});
  }

  private static void write(
      Connection connection,
      String site,
      Bulk journal,
      Bulk ledger,
      Bulk entries,
      Bulk balances,
      Bulk lines)
      throws SQLException {
    journal.run(
        connection,
        """
        insert into operation (site, arrived, outcome, device, epoch, seq, id, hash, prev_hash, t,
                               uncertainty, person, type, line)
        select h.site, 0, 'APPLIED', r.*
          from unnest(?::text[], ?::integer[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                      ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[]) as r,
               (values (?)) as h (site)
        """,
        site);
    ledger.run(
        connection,
        """
        insert into ledger (account, item, lot, t, device, epoch, seq, idx, delta, site, moved, late)
        select r.*, h.site, true, false
          from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[],
                      ?::bigint[], ?::integer[], ?::bigint[]) as r,
               (values (?)) as h (site)
        """,
        site);
    entries.run(
        connection,
        """
        insert into line_entry (order_id, line, t, device, epoch, seq, idx, operation, stage, item,
                                container, quantity, site)
        select r.*, h.site
          from unnest(?::text[], ?::integer[], ?::bigint[], ?::text[], ?::integer[], ?::bigint[],
                      ?::integer[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[]) as r,
               (values (?)) as h (site)
        """,
        site);
    balances.run(
        connection,
        """
        insert into balance as b (account, item, lot, quantity, site)
        select r.*, h.site
          from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as r, (values (?)) as h (site)
        on conflict (site, account, item, lot)
        do update set quantity = b.quantity + excluded.quantity, changed = default
        """,
        site);
    lines.run(
        connection,
        """
        update order_line l set picked = l.picked + r.picked, changed = default
          from unnest(?::text[], ?::integer[], ?::bigint[]) as r (order_id, line, picked)
         where l.site = ? and l.order_id = r.order_id and l.line = r.line
        """,
        site);
  }
}
