package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.DiscrepancyCode;
import io.bincard.model.operation.Effect;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import io.bincard.server.db.Bulk;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what arriving operations refer to. */
final class PostgresReferences {
  private final Connection connection;
  private final String site;
  private final PostgresJournal journal;

  PostgresReferences(Connection connection, String site, PostgresJournal journal) {
    this.connection = connection;
    this.site = site;
    this.journal = journal;
  }

  References load(References.Query query) throws SQLException {
    Set<UUID> both = new HashSet<>(query.arrivals());
    both.addAll(query.targets());
    Map<UUID, StoredOperation> targets =
        query.targets().isEmpty() ? Map.of() : journal.operations(query.targets());
    Set<String> codes = query.codes(targets);
    return new References(
        targets,
        ids("select target from void where site = ? and target = any(?::uuid[])", both),
        query.targets().isEmpty()
            ? Set.of()
            : ids(
                "select operation from settlement where site = ? and operation = any(?::uuid[])",
                query.targets()),
        codes.isEmpty() ? Map.of() : meanings(codes),
        codes.isEmpty() ? Map.of() : scans(connection, site, codes),
        Set.copyOf(discrepancies(query)));
  }

  private Set<UUID> ids(String sql, Collection<UUID> ids) throws SQLException {
    return Set.copyOf(
        Sql.list(
            connection,
            sql,
            row -> UUID.fromString(row.getString(1)),
            site,
            PostgresJournal.texts(ids)));
  }

  private List<StoredDiscrepancy.Key> discrepancies(References.Query query) throws SQLException {
    Bulk named = new Bulk();
    query.discrepancies().forEach(key -> named.add(key.code().name(), key.subject()));
    return named.list(
        connection,
        """
        select code, subject
          from discrepancy
          join unnest(?::text[], ?::text[]) as named (code, subject) using (code, subject)
         where site = ?
        """,
        row ->
            new StoredDiscrepancy.Key(
                DiscrepancyCode.valueOf(row.getString("code")), row.getString("subject")),
        site);
  }

  private Map<String, List<Meaning>> meanings(Set<String> codes) throws SQLException {
    Map<String, List<Meaning>> found = new HashMap<>();
    Sql.list(
        connection,
        """
        select code, valid_from, item, pack, operation is not null as assigned
          from barcode
         where site in ('', ?) and code = any(?)
        """,
        row ->
            found
                .computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                .add(
                    new Meaning(
                        row.getLong("valid_from"),
                        row.getString("item"),
                        new Quantity(row.getLong("pack")),
                        row.getBoolean("assigned"))),
        site,
        codes.toArray(String[]::new));
    return found;
  }

  static Map<String, List<UnknownScan>> scans(Connection connection, String site, Set<String> codes)
      throws SQLException {
    Map<String, List<UnknownScan>> found = new HashMap<>();
    Sql.list(
        connection,
        """
        select code, t, device, epoch, seq, idx, operation, source, destination, packs,
               resolved_item, resolved_pack
          from unknown_scan
         where site = ? and code = any(?)
        """,
        row ->
            found.computeIfAbsent(row.getString("code"), code -> new ArrayList<>()).add(scan(row)),
        site,
        codes.toArray(String[]::new));
    return found;
  }

  private static UnknownScan scan(ResultSet row) throws SQLException {
    String item = row.getString("resolved_item");
    return new UnknownScan(
        PostgresJournal.id(row, "operation"),
        position(row),
        new Effect.Unresolved(
            row.getString("code"),
            account(row.getString("source")),
            account(row.getString("destination")),
            new Quantity(row.getLong("packs"))),
        item.isEmpty()
            ? null
            : new UnknownScan.Resolved(item, new Quantity(row.getLong("resolved_pack"))));
  }

  private static @Nullable Account account(String text) {
    return text.isEmpty() ? null : Account.parse(text);
  }

  static Position position(ResultSet row) throws SQLException {
    return new Position(
        row.getLong("t"),
        row.getString("device"),
        row.getInt("epoch"),
        row.getLong("seq"),
        row.getInt("idx"));
  }
}
