package io.bincard.server.imports;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.db.TestDatabase;
import io.bincard.server.reconcile.PostgresStore;
import io.bincard.server.reconcile.StoreReconciler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Books in a database of their own, what is imported into them, and what they say then. */
final class Company implements AutoCloseable {
  static final String SITES =
      """
      site,name,zone
      NORTH,Warehouse North,Europe/Berlin
      SOUTH,Store South,Europe/Lisbon
      """;
  static final String ITEMS =
      """
      item,name,tracking,cost,class,active
      LAMP,Floor lamp,none,12.50,A,
      MILK,Milk 1 l,lot,0.80,B,
      SAW,Saw,serial,89,C,
      OLD,Old lamp,,1,,no
      """;
  static final String LOCATIONS =
      """
      site,location,kind,sequence
      NORTH,a-01,pick face,10
      NORTH,A-02,STORAGE,20
      """;
  static final String LOTS = "site,item,lot,expiry\nNORTH,MILK,M1,2027-01-31\n";

  final Database database = TestDatabase.fresh();
  final Importer importer =
      new Importer(
          database, new StoreReconciler(new PostgresStore(database), "SERVER", UUID::randomUUID));

  /** One that has its master data. */
  static Company open() {
    Company company = new Company();
    company.run("sites", SITES);
    company.run("items", ITEMS);
    company.run("locations", LOCATIONS);
    company.run("lots", LOTS);
    return company;
  }

  ImportReport run(String kind, String text) {
    return importer.run(file(kind, text), "ann", Progress.NOBODY);
  }

  ImportReport check(String kind, String text) {
    return importer.check(List.of(file(kind, text)), Progress.NOBODY).get(0);
  }

  static Importer.File file(String kind, String text) {
    return new Importer.File(kind, "", text.getBytes(StandardCharsets.UTF_8));
  }

  void execute(String sql) {
    database.inTransaction(connection -> Sql.update(connection, sql));
  }

  /** The first column of what a query finds. */
  List<String> column(String query) {
    return database.inSnapshot(connection -> Sql.list(connection, query, row -> row.getString(1)));
  }

  /** What has been journaled, in order. */
  List<Body> journal() {
    return column("select line from operation order by site, seq").stream()
        .map(Company::operation)
        .map(Operation::body)
        .toList();
  }

  private static Operation operation(String line) {
    try {
      return WireJson.read(Operation.class, line);
    } catch (UnreadableException damaged) {
      throw new AssertionError(line, damaged);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
