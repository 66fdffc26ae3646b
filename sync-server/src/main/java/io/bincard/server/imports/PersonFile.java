package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.server.people.Person;
import io.bincard.server.people.PostgresPeople;
import io.bincard.server.people.Role;
import io.bincard.server.people.SecretHash;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** People. PINs and passwords are written plainly in the file, and kept as hashes only. */
record PersonFile(PostgresPeople table) implements FileKind<String, Person> {
  private static final Set<Role> NEED_NO_SITE = Set.of(Role.ADMIN, Role.AUDITOR, Role.INTEGRATION);
  private static final int SHORTEST_PASSWORD = 10;
  private static final int LONGEST_PASSWORD = 200;

  @Override
  public String name() {
    return "people";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        required("person"),
        required("name"),
        required("role"),
        optional("sites"),
        optional("badge"),
        optional("pin"),
        optional("password"),
        optional("active"));
  }

  @Override
  public String key(SheetRow row) {
    String person = row.code("person");
    if (!person.matches("[A-Za-z0-9._@-]*")) {
      row.reject("person", "a name to log in with has letters, digits, dots, @, - and _ only");
    }
    return person;
  }

  @Override
  public String site(String person) {
    return "";
  }

  @Override
  public Map<String, Person> present(Collection<String> people) {
    return table.present(people);
  }

  @Override
  public Person read(
      String person, List<SheetRow> rows, @Nullable Person present, References references) {
    SheetRow row = rows.get(0);
    Person was = present == null ? Person.named(person) : present;
    Role role = row.oneOf("role", Role.class, Role.OPERATOR);
    return new Person(
        person,
        row.text("name"),
        role,
        row.has("badge") ? row.code("badge") : was.badge(),
        pin(row, was.pin()),
        password(row, was.password()),
        row.has("active") ? row.flag("active", true) : was.active(),
        row.has("sites") || present == null ? sites(row, role, references) : was.sites());
  }

  private static SortedSet<String> sites(SheetRow row, Role role, References references) {
    SortedSet<String> sites = new TreeSet<>(row.words("sites"));
    if (sites.isEmpty() && !row.source().site().isEmpty()) {
      sites.add(row.source().site());
    }
    if (sites.isEmpty() && !NEED_NO_SITE.contains(role)) {
      row.reject("sites", "name at least one site that this person works at");
    }
    for (String site : sites) {
      references.requireSite(row, "sites", site);
    }
    return sites;
  }

  private static SecretHash pin(SheetRow row, SecretHash was) {
    String pin = row.secret("pin").strip();
    if (pin.isEmpty()) {
      return was;
    }
    if (!pin.matches("[0-9]{4,8}")) {
      row.reject("pin", "a PIN is 4 to 8 digits");
      return was;
    }
    return hash(row, was, pin);
  }

  private static SecretHash password(SheetRow row, SecretHash was) {
    String password = row.secret("password");
    if (password.isEmpty()) {
      return was;
    }
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      row.reject("password", "a password has at least 10 characters, and at most 200");
      return was;
    }
    return hash(row, was, password);
  }

  /** Hashing is slow on purpose: not for a row that is wrong, nor for a secret that stays. */
  private static SecretHash hash(SheetRow row, SecretHash was, String secret) {
    return !row.isGood() || was.matches(secret) ? was : SecretHash.of(secret);
  }

  /** Who scans a badge is one person. */
  @Override
  public void object(List<Change<Person>> changes) {
    Map<String, String> holders =
        new HashMap<>(table.holders(changes.stream().map(c -> c.after().badge()).toList()));
    changes.forEach(change -> holders.values().remove(change.after().person()));
    for (Change<Person> change : changes) {
      String badge = change.after().badge();
      String holder = badge.isEmpty() ? null : holders.putIfAbsent(badge, change.after().person());
      if (holder != null) {
        change.reject("badge", "is the badge of " + holder + ": two people can't have the same");
      }
    }
  }

  @Override
  public void write(String user, String site, List<Change<Person>> changes) {
    table.write(changes.stream().map(Change::after).toList());
  }
}
