package io.bincard.server.reconcile;

import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.Tolerance;
import io.bincard.model.sync.WireJson;
import io.bincard.model.time.Anchor;
import io.bincard.model.time.Position;
import io.bincard.server.db.Bulk;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a plan, each kind of row by one statement, rows in the order of their keys. */
final class PostgresPlan {
  private final Connection connection;
  private final String site;
  private final long now;

  PostgresPlan(Connection connection, String site, long now) {
    this.connection = connection;
    this.site = site;
    this.now = now;
  }

  void apply(Plan plan) throws SQLException {
    journal(plan.journal());
    forked(plan.forked());
    voids(plan.voids());
    balances(plan);
    ledger(plan.ledger());
    statements(plan);
    accountStatements(plan);
    settlements(plan);
    lines(plan);
    cartons(plan.cartons());
    deliveries(plan.deliveries());
    scans(plan);
    presence(plan.presence());
    barcodes(plan.meanings());
    PostgresGoverning governing = new PostgresGoverning(connection, site, now);
    for (Arrival arrival : plan.governing()) {
      governing.apply(arrival);
    }
    departures(plan.departures());
    orderStates(plan);
    discrepancies(plan.discrepancies());
    head(plan.head());
  }

  private void journal(List<Arrival> arrivals) throws SQLException {
    Bulk rows = new Bulk();
    for (Arrival arrival : arrivals) {
      rows.add(
          arrival.header().device(),
          arrival.header().epoch(),
          arrival.header().seq(),
          arrival.header().id().toString(),
          arrival.hash(),
          arrival.header().prevHash(),
          arrival.time().t(),
          arrival.time().uncertainty(),
          arrival.header().user(),
          type(arrival.operation()),
          arrival.outcome().kind().name(),
          arrival.outcome().code(),
          arrival.repeated(),
          arrival.text());
    }
    rows.run(
        connection,
        """
        insert into operation (site, arrived, device, epoch, seq, id, hash, prev_hash, t,
                               uncertainty, person, type, outcome, code, repeated, line)
        select h.site, h.now, r.*
          from unnest(?::text[], ?::integer[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                      ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                      ?::boolean[], ?::text[]) as r,
               (values (?, ?::bigint)) as h (site, now)
        """,
        site,
        now);
  }

  private static String type(@Nullable Operation operation) {
    return operation == null ? "" : operation.body().getClass().getSimpleName();
  }

  private void forked(List<Plan.ForkedLine> forked) throws SQLException {
    Bulk rows = new Bulk();
    for (Plan.ForkedLine line : forked) {
      rows.add(
          line.header().device(),
          line.header().epoch(),
          line.header().seq(),
          line.hash(),
          line.header().id().toString(),
          line.text());
    }
    rows.run(
        connection,
        """
        insert into forked_operation (site, arrived, device, epoch, seq, hash, id, line)
        select h.site, h.now, r.*
          from unnest(?::text[], ?::integer[], ?::bigint[], ?::text[], ?::uuid[], ?::text[]) as r,
               (values (?, ?::bigint)) as h (site, now)
        on conflict do nothing
        """,
        site,
        now);
  }

  private void voids(List<Plan.Voiding> voids) throws SQLException {
    Bulk rows = new Bulk();
    voids.forEach(each -> rows.add(each.target().toString(), each.by().toString()));
    rows.run(
        connection,
        """
        insert into void (target, by, site)
        select r.*, h.site from unnest(?::uuid[], ?::uuid[]) as r, (values (?)) as h (site)
        on conflict do nothing
        """,
        site);
  }

  private void balances(Plan plan) throws SQLException {
    Bulk rows = new Bulk();
    plan.balances()
        .forEach(
            (key, delta) ->
                rows.add(key.account().toString(), key.item(), key.lot(), delta.millionths()));
    rows.run(
        connection,
        """
        insert into balance as b (account, item, lot, quantity, site)
        select r.*, h.site
          from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as r, (values (?)) as h (site)
        on conflict (site, account, item, lot)
        do update set quantity = b.quantity + excluded.quantity, changed = default
        """,
        site);
  }

  private void ledger(List<Plan.LedgerEntry> entries) throws SQLException {
    Bulk rows = new Bulk();
    for (Plan.LedgerEntry entry : entries) {
      Position cause = entry.cause();
      rows.add(
          entry.key().account().toString(),
          entry.key().item(),
          entry.key().lot(),
          cause.t(),
          cause.device(),
          cause.epoch(),
          cause.seq(),
          cause.index(),
          entry.moved(),
          entry.late(),
          entry.delta().millionths());
    }
    rows.run(
        connection,
        """
        insert into ledger (account, item, lot, t, device, epoch, seq, idx, moved, late, delta, site)
        select r.*, h.site
          from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[],
                      ?::bigint[], ?::integer[], ?::boolean[], ?::boolean[], ?::bigint[]) as r,
               (values (?)) as h (site)
        """,
        site);
  }

  private void statements(Plan plan) throws SQLException {
    Bulk gone = new Bulk();
    for (Plan.RetractedStatement each : plan.retracted()) {
      Position at = each.at();
      gone.add(
          each.card().account().toString(),
          each.card().item(),
          at.t(),
          at.device(),
          at.epoch(),
          at.seq(),
          at.index());
    }
    gone.run(
        connection,
        """
        delete from statement s
         using unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[], ?::bigint[],
                      ?::integer[]) as r (account, item, t, device, epoch, seq, idx)
         where s.site = ? and s.account = r.account and s.item = r.item and s.t = r.t
           and s.device = r.device and s.epoch = r.epoch and s.seq = r.seq and s.idx = r.idx
        """,
        site);
    Bulk rows = new Bulk();
    plan.statements().forEach(row -> rows.add(columns(row)));
    rows.run(
        connection,
        """
        insert into statement (account, item, t, device, epoch, seq, idx, operation, kind, coverage,
                               lots, task, person, stated, contra, tolerance, decision, readings,
                               resting, site)
        select r.*, h.site
          from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[], ?::bigint[],
                      ?::integer[], ?::uuid[], ?::text[], ?::text[], ?::jsonb[], ?::text[],
                      ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::jsonb[],
                      ?::boolean[]) as r,
               (values (?)) as h (site)
        on conflict (site, account, item, t, device, epoch, seq, idx)
        do update set decision = excluded.decision, readings = excluded.readings,
                      resting = excluded.resting
        """,
        site);
  }

  private static @Nullable Object[] columns(Plan.StatementRow row) {
    Statement statement = row.statement();
    Position at = statement.at();
    Coverage coverage = statement.coverage();
    Statement.@Nullable Count count = statement instanceof Statement.Count c ? c : null;
    return new @Nullable Object[] {
      row.card().account().toString(),
      row.card().item(),
      at.t(),
      at.device(),
      at.epoch(),
      at.seq(),
      at.index(),
      switch (statement) {
        case Statement.Count c -> c.operation();
        case Statement.Drain d -> d.operation();
        case Statement.Shortage s -> s.operation();
      },
      switch (statement) {
        case Statement.Count c -> "COUNT";
        case Statement.Drain d -> "DRAIN";
        case Statement.Shortage s -> "SHORTAGE";
      },
      switch (coverage) {
        case Coverage.OneLot one -> "LOT";
        case Coverage.AcrossLots all -> "ALL";
        case Coverage.EveryLotExcept except -> "EXCEPT";
      },
      switch (coverage) {
        case Coverage.OneLot one -> Columns.lots(Set.of(one.lot()));
        case Coverage.AcrossLots all -> Columns.lots(Set.of());
        case Coverage.EveryLotExcept except -> Columns.lots(except.lots());
      },
      count == null ? "" : count.task(),
      count == null ? "" : count.user(),
      (count == null ? Quantity.ZERO : count.stated()).millionths(),
      statement instanceof Statement.Drain drain ? drain.contra().toString() : "",
      (count == null ? Tolerance.NONE : count.ruling().tolerance()).units().millionths(),
      count == null ? "NONE" : count.ruling().decision().name(),
      Columns.readings(row.readings()),
      row.resting()
    };
  }

  private void accountStatements(Plan plan) throws SQLException {
    deleteAt("account_statement", plan.retractedAccountStatements());
    Bulk rows = new Bulk();
    for (AccountStatement each : plan.accountStatements()) {
      Position at = each.at();
      Account contra = each.contra();
      rows.add(
          each.account().toString(),
          at.t(),
          at.device(),
          at.epoch(),
          at.seq(),
          at.index(),
          each.operation().toString(),
          contra == null ? "COUNT" : "DRAIN",
          each.task(),
          each.user(),
          Columns.keys(each.except()),
          contra == null ? "" : contra.toString(),
          each.decision().name());
    }
    rows.run(
        connection,
        """
        insert into account_statement (account, t, device, epoch, seq, idx, operation, kind, task,
                                       person, except_keys, contra, decision, site)
        select r.*, h.site
          from unnest(?::text[], ?::bigint[], ?::text[], ?::integer[], ?::bigint[], ?::integer[],
                      ?::uuid[], ?::text[], ?::text[], ?::text[], ?::jsonb[], ?::text[],
                      ?::text[]) as r,
               (values (?)) as h (site)
        on conflict (site, account, t, device, epoch, seq, idx)
        do update set decision = excluded.decision
        """,
        site);
  }

  private void deleteAt(String table, List<Position> positions) throws SQLException {
    Bulk rows = new Bulk();
    for (Position at : positions) {
      rows.add(at.t(), at.device(), at.epoch(), at.seq(), at.index());
    }
    rows.run(
        connection,
        "delete from "
            + table
            + """
               s using unnest(?::bigint[], ?::text[], ?::integer[], ?::bigint[], ?::integer[])
                       as r (t, device, epoch, seq, idx)
             where s.site = ? and s.t = r.t and s.device = r.device and s.epoch = r.epoch
               and s.seq = r.seq and s.idx = r.idx
            """,
        site);
  }

  private void settlements(Plan plan) throws SQLException {
    Bulk rows = new Bulk();
    plan.settlements().forEach(each -> rows.add(each.operation().toString(), WireJson.write(each)));
    rows.run(
        connection,
        """
        insert into settlement (operation, record, site)
        select r.*, h.site from unnest(?::uuid[], ?::jsonb[]) as r, (values (?)) as h (site)
        on conflict do nothing
        """,
        site);
  }

  private void lines(Plan plan) throws SQLException {
    Bulk rows = new Bulk();
    plan.lines()
        .forEach(
            (line, change) ->
                rows.add(
                    line.order(),
                    line.line(),
                    change.item(),
                    change.ordered() == null ? null : (Long) change.ordered().millionths(),
                    change.pickedBy().millionths(),
                    change.packedBy().millionths(),
                    change.cancelled()));
    rows.run(
        connection,
        """
        update order_line l
           set item = case when r.ordered is not null or l.item = '' then r.item else l.item end,
               ordered = coalesce(r.ordered, l.ordered),
               picked = l.picked + r.picked,
               packed = l.packed + r.packed,
               cancelled = coalesce(r.cancelled, l.cancelled),
               changed = default
          from unnest(?::text[], ?::integer[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                      ?::boolean[])
               as r (order_id, line, item, ordered, picked, packed, cancelled)
         where l.site = ? and l.order_id = r.order_id and l.line = r.line
        """,
        site);
    Bulk steps = new Bulk();
    for (Plan.LineStep step : plan.lineSteps()) {
      Position at = step.at();
      steps.add(
          step.progress().line().order(),
          step.progress().line().line(),
          at.t(),
          at.device(),
          at.epoch(),
          at.seq(),
          at.index(),
          step.operation().toString(),
          step.progress().stage().name(),
          step.progress().item(),
          step.progress().container().toString(),
          step.progress().quantity().millionths());
    }
    steps.run(
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
  }

  private void cartons(List<Plan.Sealing> sealings) throws SQLException {
    for (Plan.Sealing each : sealings) {
      if (each.undone()) {
        Sql.update(
            connection,
            "delete from carton where site = ? and carton = ? and operation = ?::uuid",
            site,
            each.carton().carton().code(),
            each.operation().toString());
      } else {
        Sql.update(
            connection,
            """
            insert into carton (site, carton, order_id, device, operation)
            values (?, ?, ?, ?, ?::uuid) on conflict do nothing
            """,
            site,
            each.carton().carton().code(),
            each.carton().order(),
            each.device(),
            each.operation().toString());
      }
    }
  }

  private void departures(List<Plan.Departure> departures) throws SQLException {
    for (Plan.Departure each : departures) {
      Sql.update(
          connection,
          each.undone()
              ? "delete from departure where site = ? and order_id = ? and carton = ?"
                  + " and operation = ?::uuid"
              : "insert into departure (site, order_id, carton, operation)"
                  + " values (?, ?, ?, ?::uuid) on conflict do nothing",
          site,
          each.carton().order(),
          each.carton().container().code(),
          each.operation().toString());
    }
  }

  /** An order has left once a carton of it has, and is cancelled once all its lines are. */
  private void orderStates(Plan plan) throws SQLException {
    Set<String> orders = new TreeSet<>();
    plan.lines()
        .forEach(
            (line, change) -> {
              if (change.ordered() != null || change.cancelled() != null) {
                orders.add(line.order());
              }
            });
    plan.departures().forEach(each -> orders.add(each.carton().order()));
    if (orders.isEmpty()) {
      return;
    }
    // Locked first, so that the states are worked out from what everybody before us has written.
    Sql.list(
        connection,
        "select 1 from orders where site = ? and order_id = any(?) order by order_id for update",
        row -> true,
        site,
        orders.toArray(String[]::new));
    // Lines of an order that has left are not given to devices that begin: if it comes back, they
    // come with it.
    Sql.update(
        connection,
        """
        with moved as (
          update orders o set state = now.state, changed = default
            from (select order_id, state as before,
                         case when exists (select from departure d
                                            where d.site = c.site and d.order_id = c.order_id)
                                then 'DISPATCHED'
                              when exists (select from order_line l
                                            where l.site = c.site and l.order_id = c.order_id
                                              and l.cancelled)
                               and not exists (select from order_line l
                                                where l.site = c.site and l.order_id = c.order_id
                                                  and not l.cancelled and l.ordered > 0)
                                then 'CANCELLED'
                              else 'OPEN' end as state
                    from orders c
                   where c.site = ? and c.order_id = any(?)) now
           where o.site = ? and o.order_id = now.order_id and o.state <> now.state
           returning o.site, o.order_id, now.before)
        update order_line l set changed = default
          from moved m
         where l.site = m.site and l.order_id = m.order_id and m.before = 'DISPATCHED'
        """,
        site,
        orders.toArray(String[]::new),
        site);
  }

  private void deliveries(List<Plan.DeliveryStep> steps) throws SQLException {
    Bulk rows = new Bulk();
    for (Plan.DeliveryStep step : steps) {
      rows.add(step.delivery(), step.line(), step.quantity().millionths());
    }
    rows.run(
        connection,
        """
        update delivery_line d set received = d.received + r.quantity, changed = default
          from (select delivery, line, sum(quantity)::bigint as quantity
                  from unnest(?::text[], ?::integer[], ?::bigint[]) as s (delivery, line, quantity)
                 group by delivery, line order by delivery, line) as r
         where d.site = ? and d.delivery = r.delivery and d.line = r.line
        """,
        site);
  }

  private void scans(Plan plan) throws SQLException {
    deleteAt("unknown_scan", plan.retractedScans());
    Bulk rows = new Bulk();
    for (UnknownScan scan : plan.scans()) {
      Position at = scan.at();
      UnknownScan.Resolved resolved = scan.resolved();
      rows.add(
          scan.scan().code(),
          at.t(),
          at.device(),
          at.epoch(),
          at.seq(),
          at.index(),
          scan.operation().toString(),
          text(scan.scan().from()),
          text(scan.scan().to()),
          scan.scan().packs().millionths(),
          resolved == null ? "" : resolved.item(),
          resolved == null ? 0L : resolved.pack().millionths());
    }
    rows.run(
        connection,
        """
        insert into unknown_scan (code, t, device, epoch, seq, idx, operation, source, destination,
                                  packs, resolved_item, resolved_pack, site)
        select r.*, h.site
          from unnest(?::text[], ?::bigint[], ?::text[], ?::integer[], ?::bigint[], ?::integer[],
                      ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[]) as r,
               (values (?)) as h (site)
        on conflict (site, code, t, device, epoch, seq, idx)
        do update set resolved_item = excluded.resolved_item, resolved_pack = excluded.resolved_pack
        """,
        site);
  }

  private static String text(@Nullable Account account) {
    return account == null ? "" : account.toString();
  }

  private void presence(List<Plan.Presence> presence) throws SQLException {
    for (Plan.Presence each : presence) {
      Sql.update(
          connection,
          each.presence().present()
              ? "insert into presence (site, device, person) values (?, ?, ?) on conflict do"
                  + " nothing"
              : "delete from presence where site = ? and device = ? and person = ?",
          site,
          each.device(),
          each.presence().user());
    }
  }

  private void barcodes(List<Plan.Meant> meanings) throws SQLException {
    for (Plan.Meant each : meanings) {
      Sql.update(
          connection,
          """
          insert into barcode (site, code, valid_from, item, pack, operation)
          values (?, ?, ?, ?, ?, ?::uuid)
          on conflict (site, code, valid_from)
          do update set item = excluded.item, pack = excluded.pack, changed = default
          """,
          site,
          each.code(),
          each.meaning().validFrom(),
          each.meaning().item(),
          each.meaning().pack().millionths(),
          each.operation().toString());
    }
  }

  private void discrepancies(List<StoredDiscrepancy> discrepancies) throws SQLException {
    Bulk rows = new Bulk();
    for (StoredDiscrepancy each : discrepancies) {
      rows.add(
          each.code().name(),
          each.subject(),
          each.scope(),
          each.isOpen(),
          each.holds(),
          each.fingerprint(),
          String.join(" ", each.accepted()),
          each.summary(),
          each.evidence().stream().map(UUID::toString).collect(Collectors.joining(" ")),
          each.opened());
    }
    rows.run(
        connection,
        """
        insert into discrepancy (site, closed, code, subject, scope, open, holds, fingerprint,
                                 accepted, summary, evidence, opened)
        select h.site, case when r.open then null else h.now end, r.code, r.subject, r.scope, r.open,
               r.holds, r.fingerprint, string_to_array(r.accepted, ' '), r.summary,
               string_to_array(r.evidence, ' ')::uuid[], r.opened
          from unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::text[],
                      ?::text[], ?::text[], ?::text[], ?::bigint[])
               as r (code, subject, scope, open, holds, fingerprint, accepted, summary, evidence,
                     opened),
               (values (?, ?::bigint)) as h (site, now)
         order by r.code, r.subject
        on conflict (site, code, subject)
        do update set open = excluded.open, holds = excluded.holds, closed = excluded.closed,
                      fingerprint = excluded.fingerprint, accepted = excluded.accepted,
                      summary = excluded.summary, evidence = excluded.evidence,
                      opened = excluded.opened, changed = default
        """,
        site,
        now);
  }

  /** Last of all: what a device did up to here is in the rows before. */
  private void head(@Nullable JournalHead head) throws SQLException {
    if (head == null) {
      return;
    }
    Anchor anchor = head.time().lastAnchor();
    Sql.update(
        connection,
        """
        update device
           set epoch = ?, seq = ?, hash = ?, last_t = ?, anchor_run = ?, anchor_monotonic = ?,
               anchor_server_time = ?, anchor_uncertainty = ?, last_contact = ?, changed = default
         where site = ? and device = ?
        """,
        head.epoch(),
        head.seq(),
        head.hash(),
        head.time().lastT(),
        anchor == null ? null : anchor.run(),
        anchor == null ? null : (Long) anchor.monotonic(),
        anchor == null ? null : (Long) anchor.serverTime(),
        anchor == null ? null : (Long) anchor.uncertainty(),
        now,
        site,
        head.device());
  }
}
