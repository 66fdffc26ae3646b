package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.DiscrepancyCode;
import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.BinCard;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Reading;
import io.bincard.model.stock.Ruling;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.Tolerance;
import io.bincard.model.time.Position;
import io.bincard.server.db.Bulk;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Locks and reads the slice a closure names, each kind of row by one statement.
 *
 * <p>All cards of an account are read from the same moment on, the earliest at which anything
 * happens in it: then a statement about the whole account that a card has no row of is one the card
 * was not known for, and nothing else.
 */
final class PostgresSlice {
  private final Connection connection;
  private final String site;
  private final Closure closure;
  private final SortedMap<CardKey, Loading> cards = new TreeMap<>();
  private final Map<Account, Long> since = new HashMap<>();

  /** What is read of one card so far. */
  private static final class Loading {
    final Map<String, Quantity> balances = new HashMap<>();
    final List<StatementColumns> statements = new ArrayList<>();
    final List<BinCard.Movement> movements = new ArrayList<>();
    final List<Subject.LateEntry> late = new ArrayList<>();
  }

  /** A row of the table statement. */
  private record StatementColumns(
      UUID operation,
      Position at,
      String kind,
      Coverage coverage,
      String task,
      String person,
      Quantity stated,
      String contra,
      Tolerance tolerance,
      Ruling.Decision decision,
      Map<String, Reading> readings,
      boolean resting) {

    BinCard.StoredStatement stored(String item, Map<UUID, Slice.Settled> settlements) {
      Statement statement =
          switch (kind) {
            case "COUNT" -> {
              Slice.Settled settled = settlements.get(operation);
              Ruling ruling =
                  new Ruling(tolerance, decision, settled == null ? null : settled.of(item));
              yield new Statement.Count(
                  at, operation.toString(), task, person, coverage, stated, ruling);
            }
            case "DRAIN" -> new Statement.Drain(at, operation.toString(), Account.parse(contra));
            default -> new Statement.Shortage(at, operation.toString(), coverage);
          };
      return new BinCard.StoredStatement(statement, readings);
    }
  }

  PostgresSlice(Connection connection, String site, Closure closure) {
    this.connection = connection;
    this.site = site;
    this.closure = closure;
  }

  Slice load() throws SQLException {
    lock();
    SiteSettings settings = settings();
    expand();
    balances();
    statements();
    Map<Account, List<AccountStatement>> accountStatements = accountStatements();
    Map<Account, List<AccountStatement>> earlierVoices = earlierVoices(accountStatements);
    List<AccountStatement> all =
        Stream.of(accountStatements, earlierVoices)
            .flatMap(some -> some.values().stream())
            .flatMap(List::stream)
            .toList();
    movements(all);
    late();
    Map<UUID, Slice.Settled> settlements = settlements(all);
    Map<OrderLine, StoredLine> lines =
        new PostgresLines(connection, site).load(closure.lines(), closure.orders());
    Map<String, List<UnknownScan>> scans =
        closure.codes().isEmpty()
            ? Map.of()
            : PostgresReferences.scans(connection, site, closure.codes());
    return new Slice(
        settings,
        stored(settlements),
        accountStatements,
        earlierVoices,
        settlements,
        lines,
        lots(),
        scans,
        forks(),
        tolerances(all),
        discrepancies(lines.keySet()));
  }

  /** In one order for everybody, so that nobody waits in a circle. */
  private void lock() throws SQLException {
    Set<String> names = new TreeSet<>();
    closure.cards().keySet().forEach(card -> names.add(card.account().toString()));
    closure.wholeAccounts().keySet().forEach(account -> names.add(account.toString()));
    closure.codes().forEach(code -> names.add("barcode " + code));
    if (names.isEmpty()) {
      return;
    }
    String[] sorted = names.toArray(String[]::new);
    int known =
        Sql.list(
                connection,
                """
                select account from account
                 where site = ? and account = any(?) order by account for update
                """,
                row -> true,
                site,
                sorted)
            .size();
    if (known < sorted.length) {
      Sql.update(
          connection,
          """
          insert into account (site, account)
          select ?, name from unnest(?::text[]) as name order by name
          on conflict do nothing
          """,
          site,
          sorted);
      Sql.list(
          connection,
          """
          select account from account
           where site = ? and account = any(?) order by account for update
          """,
          row -> true,
          site,
          sorted);
    }
  }

  private SiteSettings settings() throws SQLException {
    return settings(connection, site);
  }

  static SiteSettings settings(Connection connection, String site) throws SQLException {
    return Sql.first(
            connection,
            """
            select negative_stock_allowed, zone, count_wait, lease_time from site where site = ?
            """,
            row ->
                new SiteSettings(
                    row.getBoolean(1), ZoneId.of(row.getString(2)), row.getLong(3), row.getLong(4)),
            site)
        .orElseThrow(() -> new UnknownSiteException(site));
  }

  /** The cards that are touched by way of their account, or of a lot they hold. */
  private void expand() throws SQLException {
    closure.cards().forEach((card, at) -> touch(card, at.t()));
    if (!closure.wholeAccounts().isEmpty()) {
      closure.wholeAccounts().forEach((account, at) -> since.merge(account, at.t(), Math::min));
      Sql.list(
          connection,
          """
          select account, item from balance where site = ? and account = any(?)
          union
          select account, item from statement where site = ? and account = any(?)
          """,
          row -> cards.computeIfAbsent(card(row), card -> new Loading()),
          site,
          accounts(closure.wholeAccounts().keySet()),
          site,
          accounts(closure.wholeAccounts().keySet()));
    }
    Bulk lots = new Bulk();
    closure.lots().forEach(lot -> lots.add(lot.item(), lot.lot()));
    lots.list(
            connection,
            """
            select account, item from balance
              join unnest(?::text[], ?::text[]) as held (item, lot) using (item, lot)
             where site = ? and (account like 'tote:%' or account like 'carton:%'
                                 or account like 'hand:%')
            """,
            PostgresSlice.this::card,
            site)
        .forEach(card -> touch(card, Long.MAX_VALUE));
  }

  private void touch(CardKey card, long t) {
    cards.computeIfAbsent(card, any -> new Loading());
    since.merge(card.account(), t, Math::min);
  }

  private CardKey card(ResultSet row) throws SQLException {
    return new CardKey(site, Account.parse(row.getString("account")), row.getString("item"));
  }

  private Loading loading(ResultSet row) throws SQLException {
    Loading loading = cards.get(card(row));
    if (loading == null) {
      throw new IllegalStateException("a row of a card nobody asked for");
    }
    return loading;
  }

  private static String[] accounts(Collection<Account> accounts) {
    return accounts.stream().map(Account::toString).sorted().toArray(String[]::new);
  }

  private Bulk keys() {
    Bulk keys = new Bulk();
    cards
        .keySet()
        .forEach(
            card ->
                keys.add(
                    card.account().toString(),
                    card.item(),
                    since.getOrDefault(card.account(), Long.MAX_VALUE)));
    return keys;
  }

  private void balances() throws SQLException {
    keys()
        .list(
            connection,
            """
            select b.account, b.item, b.lot, b.quantity
              from unnest(?::text[], ?::text[], ?::bigint[]) as c (account, item, t)
              join balance b on b.site = ? and b.account = c.account and b.item = c.item
            """,
            row ->
                loading(row)
                    .balances
                    .put(row.getString("lot"), new Quantity(row.getLong("quantity"))),
            site);
  }

  /**
   * All statements from the earliest moment that can still matter: when something happens now, when
   * a statement is not at rest or belongs to a task that gets another voice, or when something came
   * late. Of each count from then on, all other counts of its task too: they may be of one mind or
   * not.
   */
  private void statements() throws SQLException {
    keys()
        .list(
            connection,
            """
            with recursive touched (account, item, t) as (
              select * from unnest(?::text[], ?::text[], ?::bigint[])
            ), reach (account, item, t) as (
              select c.account, c.item,
                     least(
                       c.t,
                       (select min(n.t) from statement n
                         where n.site = ? and n.account = c.account and n.item = c.item
                           and (not n.resting or n.task = any(?))),
                       (select min(l.t) from ledger l
                         where l.site = ? and l.account = c.account and l.item = c.item and l.late))
                from touched c
              union
              select r.account, r.item, other.t
                from reach r
                join statement s on s.site = ? and s.account = r.account and s.item = r.item
                 and s.t >= r.t and s.task <> ''
                join statement other on other.site = s.site and other.account = s.account
                 and other.item = s.item and other.t < r.t and other.task = s.task)
            select s.*
              from (select account, item, min(t) as t from reach group by account, item) since
              join statement s on s.site = ? and s.account = since.account and s.item = since.item
               and s.t >= since.t
             order by s.t, s.device, s.epoch, s.seq, s.idx
            """,
            row -> loading(row).statements.add(statement(row)),
            site,
            closure.tasks().toArray(String[]::new),
            site,
            site,
            site);
  }

  private static StatementColumns statement(ResultSet row) throws SQLException {
    Set<String> lots = Columns.lots(row.getString("lots"));
    Coverage coverage =
        switch (row.getString("coverage")) {
          case "LOT" -> new Coverage.OneLot(lots.iterator().next());
          case "ALL" -> new Coverage.AcrossLots();
          default -> new Coverage.EveryLotExcept(lots);
        };
    return new StatementColumns(
        PostgresJournal.id(row, "operation"),
        PostgresReferences.position(row),
        row.getString("kind"),
        coverage,
        row.getString("task"),
        row.getString("person"),
        new Quantity(row.getLong("stated")),
        row.getString("contra"),
        new Tolerance(new Quantity(row.getLong("tolerance"))),
        Ruling.Decision.valueOf(row.getString("decision")),
        Columns.readings(row.getString("readings")),
        row.getBoolean("resting"));
  }

  private Map<Account, List<AccountStatement>> accountStatements() throws SQLException {
    return accountStatements("a.t >= c.t", site);
  }

  /** Counts of the same accounts before that, of the tasks that the loaded counts are of. */
  private Map<Account, List<AccountStatement>> earlierVoices(
      Map<Account, List<AccountStatement>> accountStatements) throws SQLException {
    Set<String> tasks = new TreeSet<>(closure.tasks());
    cards.values().forEach(card -> card.statements.forEach(each -> tasks.add(each.task())));
    accountStatements.values().forEach(list -> list.forEach(each -> tasks.add(each.task())));
    tasks.remove("");
    return tasks.isEmpty()
        ? Map.of()
        : accountStatements("a.t < c.t and a.task = any(?)", site, tasks.toArray(String[]::new));
  }

  private Map<Account, List<AccountStatement>> accountStatements(String which, Object... parameters)
      throws SQLException {
    Bulk accounts = new Bulk();
    since.forEach((account, t) -> accounts.add(account.toString(), t));
    Map<Account, List<AccountStatement>> found = new HashMap<>();
    accounts.list(
        connection,
        """
        select a.*
          from unnest(?::text[], ?::bigint[]) as c (account, t)
          join account_statement a on a.site = ? and a.account = c.account and %s
         order by a.t, a.device, a.epoch, a.seq, a.idx
        """
            .formatted(which),
        row ->
            found
                .computeIfAbsent(
                    Account.parse(row.getString("account")), account -> new ArrayList<>())
                .add(accountStatement(row)),
        parameters);
    return found;
  }

  private static AccountStatement accountStatement(ResultSet row) throws SQLException {
    String contra = row.getString("contra");
    return new AccountStatement(
        PostgresJournal.id(row, "operation"),
        PostgresReferences.position(row),
        Account.parse(row.getString("account")),
        row.getString("task"),
        row.getString("person"),
        Columns.keys(row.getString("except_keys")),
        contra.isEmpty() ? null : Account.parse(contra),
        Ruling.Decision.valueOf(row.getString("decision")));
  }

  /** Single movements are needed only where a statement is new and splits a sum. */
  private void movements(List<AccountStatement> accountStatements) throws SQLException {
    Bulk split = new Bulk();
    cards.forEach(
        (card, loading) -> {
          Long from = firstNewStatement(card, loading, accountStatements);
          if (from != null) {
            split.add(card.account().toString(), card.item(), from);
          }
        });
    split.list(
        connection,
        """
        select l.account, l.item, l.lot, l.t, l.device, l.epoch, l.seq, l.idx, l.delta
          from unnest(?::text[], ?::text[], ?::bigint[]) as c (account, item, t)
          join ledger l on l.site = ? and l.account = c.account and l.item = c.item
           and l.t >= c.t and l.moved
        """,
        row ->
            loading(row)
                .movements
                .add(
                    new BinCard.Movement(
                        PostgresReferences.position(row),
                        row.getString("lot"),
                        new Quantity(row.getLong("delta")))),
        site);
  }

  private @Nullable Long firstNewStatement(
      CardKey card, Loading loading, List<AccountStatement> accountStatements) {
    Set<Position> known = new HashSet<>();
    loading.statements.forEach(statement -> known.add(statement.at()));
    List<Long> starts = new ArrayList<>();
    for (AccountStatement each : accountStatements) {
      if (each.account().equals(card.account()) && !known.contains(each.at())) {
        starts.add(each.at().t());
      }
    }
    Position own = closure.newStatements().get(card);
    Position whole = closure.newAccountStatements().get(card.account());
    if (own != null) {
      starts.add(own.t());
    }
    if (whole != null) {
      starts.add(whole.t());
    }
    return starts.stream().min(Long::compare).orElse(null);
  }

  private void late() throws SQLException {
    keys()
        .list(
            connection,
            """
            select l.account, l.item, l.lot, l.t, l.device, l.epoch, l.seq, l.idx, l.delta, o.id
              from unnest(?::text[], ?::text[], ?::bigint[]) as c (account, item, t)
              join ledger l on l.site = ? and l.account = c.account and l.item = c.item and l.late
              join operation o on o.site = l.site and o.device = l.device and o.epoch = l.epoch
               and o.seq = l.seq
            """,
            row ->
                loading(row)
                    .late
                    .add(
                        new Subject.LateEntry(
                            PostgresJournal.id(row, "id"),
                            PostgresReferences.position(row),
                            row.getString("lot"),
                            new Quantity(row.getLong("delta")))),
            site);
  }

  private Map<UUID, Slice.Settled> settlements(List<AccountStatement> accountStatements)
      throws SQLException {
    Set<UUID> counts = new LinkedHashSet<>(closure.counts());
    cards
        .values()
        .forEach(
            loading ->
                loading.statements.stream()
                    .filter(statement -> statement.kind().equals("COUNT"))
                    .forEach(statement -> counts.add(statement.operation())));
    accountStatements.forEach(statement -> counts.add(statement.operation()));
    Map<UUID, Slice.Settled> found = new HashMap<>();
    if (!counts.isEmpty()) {
      Sql.list(
          connection,
          """
          select operation, record from settlement where site = ? and operation = any(?::uuid[])
          """,
          row ->
              found.put(
                  PostgresJournal.id(row, "operation"),
                  Slice.Settled.of(Columns.read(CountSettled.class, row.getString("record")))),
          site,
          PostgresJournal.texts(counts));
    }
    return found;
  }

  private Map<CardKey, StoredCard> stored(Map<UUID, Slice.Settled> settlements) {
    Map<CardKey, StoredCard> stored = new HashMap<>();
    cards.forEach(
        (card, loading) -> {
          Set<Position> resting = new HashSet<>();
          loading.statements.stream()
              .filter(StatementColumns::resting)
              .forEach(statement -> resting.add(statement.at()));
          stored.put(
              card,
              new StoredCard(
                  loading.balances,
                  loading.statements.stream()
                      .map(statement -> statement.stored(card.item(), settlements))
                      .toList(),
                  resting,
                  loading.movements,
                  loading.late));
        });
    return stored;
  }

  private Map<Closure.LotKey, Subject.LotState> lots() throws SQLException {
    Set<String> items = new TreeSet<>();
    cards
        .keySet()
        .forEach(
            card -> {
              if (card.account().isContainer()) {
                items.add(card.item());
              }
            });
    Map<Closure.LotKey, Subject.LotState> found = new HashMap<>();
    if (!items.isEmpty()) {
      Sql.list(
          connection,
          "select item, lot, expiry, status from lot where site = ? and item = any(?)",
          row ->
              found.put(
                  new Closure.LotKey(row.getString("item"), row.getString("lot")),
                  new Subject.LotState(
                      row.getDate("expiry") == null ? null : row.getDate("expiry").toLocalDate(),
                      !row.getString("status").equals("AVAILABLE"))),
          site,
          items.toArray(String[]::new));
    }
    return found;
  }

  private Map<String, List<Subject.Fork>> forks() throws SQLException {
    Map<String, List<Subject.Fork>> found = new HashMap<>();
    if (!closure.forked().isEmpty()) {
      Sql.list(
          connection,
          """
          select device, epoch, seq, hash, id from forked_operation
           where site = ? and device = any(?)
          """,
          row ->
              found
                  .computeIfAbsent(row.getString("device"), device -> new ArrayList<>())
                  .add(
                      new Subject.Fork(
                          row.getInt("epoch"),
                          row.getLong("seq"),
                          row.getString("hash"),
                          PostgresJournal.id(row, "id"))),
          site,
          closure.forked().toArray(String[]::new));
    }
    return found;
  }

  private Tolerances tolerances(List<AccountStatement> accountStatements) throws SQLException {
    if (closure.newStatements().isEmpty()
        && closure.newAccountStatements().isEmpty()
        && accountStatements.isEmpty()) {
      return Tolerances.NONE;
    }
    List<Tolerances.Row> rows =
        Sql.list(
            connection,
            "select location, item, class, valid_from, units from tolerance where site = ?",
            row ->
                new Tolerances.Row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    new Tolerance(new Quantity(row.getLong(5)))),
            site);
    Map<String, String> classes = new HashMap<>();
    Sql.list(
        connection,
        "select item, class from item where item = any(?::text[])",
        row -> classes.put(row.getString(1), row.getString(2)),
        (Object) cards.keySet().stream().map(CardKey::item).distinct().toArray(String[]::new));
    return new Tolerances(rows, classes);
  }

  private List<StoredDiscrepancy> discrepancies(Set<OrderLine> lines) throws SQLException {
    Set<String> scopes = new TreeSet<>();
    cards.keySet().forEach(card -> scopes.add("card " + card.account() + " " + card.item()));
    closure.lines().forEach(line -> scopes.add("line " + line));
    lines.forEach(line -> scopes.add("line " + line));
    closure.codes().forEach(code -> scopes.add("barcode " + code));
    closure.forked().forEach(device -> scopes.add("device " + device));
    List<StoredDiscrepancy> found =
        new ArrayList<>(
            Sql.list(
                connection,
                DISCREPANCY + " where site = ? and scope = any(?)",
                PostgresSlice::discrepancy,
                site,
                scopes.toArray(String[]::new)));
    Bulk named = new Bulk();
    closure.discrepancies().forEach(key -> named.add(key.code().name(), key.subject()));
    found.addAll(
        named.list(
            connection,
            DISCREPANCY
                + """
                  join unnest(?::text[], ?::text[]) as named (code, subject) using (code, subject)
                 where site = ?
                """,
            PostgresSlice::discrepancy,
            site));
    return found.stream().distinct().toList();
  }

  private static final String DISCREPANCY =
      """
      select code, subject, scope, holds, fingerprint, array_to_string(accepted, ' ') as accepted,
             summary, array_to_string(evidence, ' ') as evidence, opened
        from discrepancy
      """;

  private static StoredDiscrepancy discrepancy(ResultSet row) throws SQLException {
    return new StoredDiscrepancy(
        DiscrepancyCode.valueOf(row.getString("code")),
        row.getString("subject"),
        row.getString("scope"),
        row.getBoolean("holds"),
        row.getString("fingerprint"),
        Set.copyOf(words(row.getString("accepted"))),
        row.getString("summary"),
        words(row.getString("evidence")).stream().map(UUID::fromString).toList(),
        row.getLong("opened"));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
