package io.bincard.server.people;

/** What somebody may do. */
public enum Role {
  ADMIN,
  SUPERVISOR,
  OPERATOR,
  STORE_USER,
  SALES,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** Another system that talks to the API. */
  INTEGRATION
}
