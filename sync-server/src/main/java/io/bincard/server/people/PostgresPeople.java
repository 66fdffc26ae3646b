package io.bincard.server.people;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people, in the tables person and person_site. Safe for any number of threads. */
public final class PostgresPeople {
  private final Database database;

  public PostgresPeople(Database database) {
    this.database = database;
  }

  /** Those of the people that there are. */
  public Map<String, Person> present(Collection<String> people) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select person, name, role, badge, pin_hash, password_hash, active,
                      array(select site from person_site s where s.person = p.person) as sites
                    from person p where person = any(?)
                    """,
                    PostgresPeople::read,
                    (Object) people.toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Person::person, Function.identity()));
  }

  /** Whose these badges are, as far as they are somebody's. */
  public Map<String, String> holders(Collection<String> badges) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    "select badge, person from person where badge = any(?) and badge <> ''",
                    row -> Map.entry(row.getString("badge"), row.getString("person")),
                    (Object) badges.toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }

  /** Makes the people so, new or not, in one transaction. */
  public void write(List<Person> people) {
    database.inTransaction(
        connection -> {
          writePeople(connection, people);
          return writeSites(connection, people);
        });
  }

  private static void writePeople(Connection connection, List<Person> people) throws SQLException {
    Sql.update(
        connection,
        """
        insert into person (person, name, role, badge, pin_hash, password_hash, active)
        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::boolean[])
        on conflict (person) do update set name = excluded.name, role = excluded.role,
          badge = excluded.badge, pin_hash = excluded.pin_hash,
          password_hash = excluded.password_hash, active = excluded.active, changed = default
        """,
        people.stream().map(Person::person).toArray(String[]::new),
        people.stream().map(Person::name).toArray(String[]::new),
        people.stream().map(person -> person.role().name()).toArray(String[]::new),
        people.stream().map(Person::badge).toArray(String[]::new),
        people.stream().map(person -> person.pin().phc()).toArray(String[]::new),
        people.stream().map(person -> person.password().phc()).toArray(String[]::new),
        people.stream().map(Person::active).toArray(Boolean[]::new));
  }

  private static int writeSites(Connection connection, List<Person> people) throws SQLException {
    String[] names = people.stream().map(Person::person).toArray(String[]::new);
    Sql.update(
        connection,
        """
        insert into person_left select person, site from person_site where person = any(?)
        on conflict do nothing
        """,
        (Object) names);
    Sql.update(connection, "delete from person_site where person = any(?)", (Object) names);
    return Sql.update(
        connection,
        "insert into person_site (person, site) select * from unnest(?::text[], ?::text[])",
        people.stream()
            .flatMap(person -> person.sites().stream().map(site -> person.person()))
            .toArray(String[]::new),
        people.stream().flatMap(person -> person.sites().stream()).toArray(String[]::new));
  }

  private static Person read(ResultSet row) throws SQLException {
    String[] sites = (String[]) row.getArray("sites").getArray();
    return new Person(
        row.getString("person"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getString("badge"),
        new SecretHash(row.getString("pin_hash")),
        new SecretHash(row.getString("password_hash")),
        row.getBoolean("active"),
        new TreeSet<>(Arrays.asList(sites)));
  }
}
