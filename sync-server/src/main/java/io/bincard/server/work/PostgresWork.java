package io.bincard.server.work;

import io.bincard.model.operation.Intent;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.StockKey;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of work: who holds it, and where its goods are taken from. */
public final class PostgresWork {
  private final Connection connection;
  private final String site;

  /** What the site says about time and leases. */
  private record Hours(ZoneId zone, long leaseTime) {}

  public PostgresWork(Connection connection, String site) {
    this.connection = connection;
    this.site = site;
  }

  /** The state that decides a claim; the work is locked. */
  public ClaimSlice claim(String work, String device, String user, long now) throws SQLException {
    WorkState state = work(work);
    Hours hours =
        Sql.first(
                connection,
                "select zone, lease_time from site where site = ?",
                row -> new Hours(ZoneId.of(row.getString(1)), row.getLong(2)),
                site)
            .orElseThrow();
    String order = state == null ? "" : state.order();
    List<Need> needs = order.isEmpty() ? List.of() : needs(order);
    return new ClaimSlice(
        state,
        new Claimant(device, standing(device), user),
        hours.leaseTime(),
        now,
        LocalDate.ofInstant(Instant.ofEpochMilli(now / 1_000), hours.zone()),
        needs,
        needs.isEmpty() ? List.of() : stock(order, needs));
  }

  /** A piece of work, locked; null if the site has no such work. */
  public @Nullable WorkState work(String work) throws SQLException {
    return Sql.first(
            connection,
            """
            select w.*, coalesce(d.revoked, false) as revoked
              from work w left join device d on d.site = w.site and d.device = w.device
             where w.site = ? and w.work = ? for update of w
            """,
            PostgresWork::state,
            site,
            work)
        .orElse(null);
  }

  private static WorkState state(ResultSet row) throws SQLException {
    return new WorkState(
        row.getString("work"),
        WorkState.Kind.valueOf(row.getString("kind")),
        row.getString("order_id"),
        WorkState.State.valueOf(row.getString("state")),
        row.getString("device"),
        row.getBoolean("revoked"),
        row.getLong("fence"),
        row.getLong("expires"));
  }

  private Claimant.Standing standing(String device) throws SQLException {
    return Sql.first(
            connection,
            "select revoked from device where site = ? and device = ?",
            row -> row.getBoolean(1) ? Claimant.Standing.REVOKED : Claimant.Standing.ENROLLED,
            site,
            device)
        .orElse(Claimant.Standing.UNKNOWN);
  }

  private List<Need> needs(String order) throws SQLException {
    return Sql.list(
        connection,
        """
        select line, item, ordered - picked from order_line
         where site = ? and order_id = ? and not cancelled and ordered > picked
         order by line
        """,
        row -> new Need(row.getInt(1), row.getString(2), new Quantity(row.getLong(3))),
        site,
        order);
  }

  private List<LotInBin> stock(String order, List<Need> needs) throws SQLException {
    Map<StockKey, Quantity> reserved = reserved(order);
    return Sql.list(
        connection,
        """
        select l.location, l.kind, l.sequence, l.active, b.item, b.lot, b.quantity, t.expiry,
               coalesce(t.status, 'AVAILABLE') <> 'AVAILABLE'
                 or exists (select from discrepancy d
                             where d.site = b.site and d.code = 'SHORT_PICK_DISPUTED' and d.open
                               and d.scope = 'card ' || b.account || ' ' || b.item) as blocked
          from balance b
          join location l on l.site = b.site and l.location = substr(b.account, 5)
          left join lot t on t.site = b.site and t.item = b.item and t.lot = b.lot
         where b.site = ? and b.item = any(?) and b.account like 'bin:%'
        """,
        row -> lotInBin(row, reserved),
        site,
        needs.stream().map(Need::item).distinct().toArray(String[]::new));
  }

  private LotInBin lotInBin(ResultSet row, Map<StockKey, Quantity> reserved) throws SQLException {
    Bin bin =
        new Bin(
            row.getString("location"),
            row.getString("kind"),
            row.getInt("sequence"),
            row.getBoolean("active"));
    StockKey key =
        new StockKey(
            site, Account.bin(bin.location()), row.getString("item"), row.getString("lot"));
    return new LotInBin(
        bin,
        key.item(),
        key.lot(),
        row.getObject("expiry", LocalDate.class),
        row.getBoolean("blocked"),
        new Quantity(row.getLong("quantity")),
        reserved.getOrDefault(key, Quantity.ZERO));
  }

  /** What is promised to the other open orders. */
  private Map<StockKey, Quantity> reserved(String except) throws SQLException {
    List<ServerRecord.Allocated> allocated =
        Sql.list(
            connection,
            """
            select jsonb_build_object('order', order_id, 'allocations', stops)::text
              from orders
             where site = ? and state = 'OPEN' and stops <> '[]' and order_id <> ?
            """,
            row -> allocated(row.getString(1)),
            site,
            except);
    Map<OrderLine, Quantity> needed = new HashMap<>();
    Sql.list(
        connection,
        """
        select order_id, line, ordered - picked from order_line
         where site = ? and order_id = any(?) and not cancelled and ordered > picked
        """,
        row ->
            needed.put(
                new OrderLine(row.getString(1), row.getInt(2)), new Quantity(row.getLong(3))),
        site,
        allocated.stream().map(ServerRecord.Allocated::order).toArray(String[]::new));
    return Reservations.of(site, allocated, needed);
  }

  private static ServerRecord.Allocated allocated(String json) {
    try {
      return WireJson.read(ServerRecord.Allocated.class, json);
    } catch (UnreadableException damaged) {
      throw new IllegalStateException("orders.stops is damaged: " + json, damaged);
    }
  }

  /** An order can be picked as soon as it is placed. */
  public void orderPlaced(String order, String customer) throws SQLException {
    Sql.update(
        connection,
        """
        insert into work (site, work, kind, title, order_id, state) values (?, ?, 'PICK', ?, ?, 'OPEN')
        on conflict (site, work) do update
          set title = excluded.title, changed = default,
              state = case when work.state = 'DONE' then 'OPEN' else work.state end
        """,
        site,
        "pick " + order,
        customer.isEmpty() ? order : order + ", " + customer,
        order);
  }

  /** Nobody needs to pick a cancelled order; a reinstated one can be picked again. */
  public void orderWanted(String order, boolean wanted) throws SQLException {
    Sql.update(
        connection,
        """
        update work set state = ?, changed = default
         where site = ? and order_id = ? and state = ?
        """,
        wanted ? "OPEN" : "DONE",
        site,
        order,
        wanted ? "DONE" : "OPEN");
  }

  public void leaseGranted(ServerRecord.LeaseGranted granted) throws SQLException {
    Sql.update(
        connection,
        """
        update work set state = 'CLAIMED', device = ?, person = ?, fence = ?, expires = ?,
                        changed = default
         where site = ? and work = ?
        """,
        granted.device(),
        granted.user(),
        granted.fence(),
        granted.expires(),
        site,
        granted.work());
  }

  public void leaseLost(ServerRecord.LeaseLost lost) throws SQLException {
    giveBack(lost.work(), lost.device());
  }

  /** It is open again, or done if nothing of it is left. */
  public void released(Intent.WorkReleased released) throws SQLException {
    giveBack(released.work(), released.device());
  }

  private void giveBack(String work, String device) throws SQLException {
    Sql.update(
        connection,
        """
        update work w
           set device = '', person = '', expires = 0, changed = default,
               state = case
                 when w.kind = 'PICK' and not exists (
                        select from order_line l
                         where l.site = w.site and l.order_id = w.order_id and not l.cancelled
                           and l.picked < l.ordered) then 'DONE'
                 when w.kind = 'COUNT' and not exists (
                        select from jsonb_array_elements_text(w.locations) as bin (location)
                         where not exists (
                                 select from account_statement s
                                  where s.site = w.site and s.account = 'bin:' || bin.location
                                    and s.task = w.work)) then 'DONE'
                 else 'OPEN' end
         where w.site = ? and w.work = ? and w.device = ?
        """,
        site,
        work,
        device);
  }

  public void allocated(ServerRecord.Allocated allocated) throws SQLException {
    Sql.update(
        connection,
        """
        update orders set stops = ?::jsonb -> 'allocations', changed = default
         where site = ? and order_id = ?
        """,
        WireJson.write(allocated),
        site,
        allocated.order());
  }

  /** Somebody is to count a bin that no sheet names. */
  public void taskCreated(ServerRecord.TaskCreated task) throws SQLException {
    Sql.update(
        connection,
        """
        insert into work (site, work, kind, title, locations, state)
        values (?, ?, 'COUNT', ?, jsonb_build_array(?::text), 'OPEN') on conflict do nothing
        """,
        site,
        task.task(),
        task.reason(),
        task.location());
  }
}
