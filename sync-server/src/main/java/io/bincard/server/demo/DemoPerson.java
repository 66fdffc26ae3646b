package io.bincard.server.demo;

import java.util.List;

/**
 * Somebody who works in the company, with what the demo has to tell about them.
 *
 * @param role as in a file of people
 * @param sites separated by blanks
 * @param pin for handhelds
 * @param password for the supervisors' pages; empty if the role has no use for one
 */
public record DemoPerson(
    String person,
    String name,
    String role,
    String sites,
    String badge,
    String pin,
    String password) {
  static final List<DemoPerson> ALL =
      List.of(
          new DemoPerson(
              "alva", "Alva Lind", "ADMIN", "HAM LDS LIS", "BADGE-001", "1001", "demo-alva-lind"),
          new DemoPerson(
              "marta", "Marta Voss", "SUPERVISOR", "HAM", "BADGE-101", "1010", "demo-marta-voss"),
          new DemoPerson(
              "owen", "Owen Hale", "SUPERVISOR", "LDS", "BADGE-201", "2010", "demo-owen-hale"),
          new DemoPerson("jonas", "Jonas Kern", "OPERATOR", "HAM", "BADGE-102", "1020", ""),
          new DemoPerson("aylin", "Aylin Demir", "OPERATOR", "HAM", "BADGE-103", "1030", ""),
          new DemoPerson("priya", "Priya Shah", "OPERATOR", "LDS HAM", "BADGE-202", "2020", ""),
          new DemoPerson("rui", "Rui Matos", "STORE_USER", "LIS", "BADGE-301", "3010", ""),
          new DemoPerson(
              "ines",
              "Ines Roque",
              "AUDITOR",
              "HAM LDS LIS",
              "BADGE-002",
              "1002",
              "demo-ines-roque"));
}
