package io.bincard.server.work;

/** Who asks for work. */
public record Claimant(String device, Standing standing, String user) {
  /** What the site knows of the device. */
  public enum Standing {
    ENROLLED,
    REVOKED,
    UNKNOWN
  }
}
