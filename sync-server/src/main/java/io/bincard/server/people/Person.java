package io.bincard.server.people;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody who works with Bincard.
 *
 * @param person the name to log in with
 * @param badge what the badge's barcode says; empty if there is none
 * @param pin for handhelds
 * @param password for the supervisors' pages and the API
 * @param sites where; an administrator, auditor or integration with none is there for all sites
 */
public record Person(
    String person,
    String name,
    Role role,
    String badge,
    SecretHash pin,
    SecretHash password,
    boolean active,
    SortedSet<String> sites) {

  public Person {
    sites = new TreeSet<>(sites);
  }

  /** Somebody of whom no more is known yet. */
  public static Person named(String person) {
    return new Person(
        person, "", Role.OPERATOR, "", SecretHash.NONE, SecretHash.NONE, true, new TreeSet<>());
  }
}
