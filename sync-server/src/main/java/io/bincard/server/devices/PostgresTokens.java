package io.bincard.server.devices;

import io.bincard.model.sync.Enrolment;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.problem.ProblemKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What handhelds show with each request. Only hashes are stored; a revoked device has none. */
public final class PostgresTokens {
  private static final int LENGTH = 32;

  /** A handheld's last contact is written no more often than this, microseconds. */
  private static final long CONTACT_EVERY = 10_000_000;

  private final Database database;
  private final Duration lifetime;

  /**
   * @param lifetime of a token
   */
  public PostgresTokens(Database database, Duration lifetime) {
    this.database = database;
    this.lifetime = lifetime;
  }

  /** Gives a device a token for its secret. */
  public Enrolment.TokenAnswer newToken(Enrolment.TokenRequest request) {
    return database.inTransaction(connection -> newToken(connection, request));
  }

  private Enrolment.TokenAnswer newToken(Connection connection, Enrolment.TokenRequest request)
      throws SQLException {
    Enrolled enrolled =
        Sql.first(
                connection,
                """
                select site, secret_hash, revoked from device
                where device = ? and kind = 'HANDHELD'
                """,
                row -> new Enrolled(row.getString(1), row.getString(2), row.getBoolean(3)),
                request.device())
            .filter(device -> Secret.isHashOf(device.secretHash, request.secret()))
            .orElseThrow(
                () ->
                    ProblemKind.UNAUTHENTICATED.because(
                        "secret", "Unknown device or wrong secret. Enrol the device again."));
    if (enrolled.revoked) {
      throw revoked(request.device());
    }
    String token = Secret.random(LENGTH);
    long now = Sql.now(connection);
    long expires = now + lifetime.toNanos() / 1000;
    removeExpired(connection, now);
    Sql.update(
        connection,
        "insert into token (token_hash, site, device, expires) values (?, ?, ?, ?)",
        Secret.hash(token),
        enrolled.site,
        request.device(),
        expires);
    return new Enrolment.TokenAnswer(token, expires);
  }

  private record Enrolled(String site, String secretHash, boolean revoked) {}

  // Some at a time, and never waiting for another server that does the same.
  private static void removeExpired(Connection connection, long now) throws SQLException {
    Sql.update(
        connection,
        """
        delete from token where token_hash in
          (select token_hash from token where expires <= ? limit 100 for update skip locked)
        """,
        now);
  }

  /** Whose token this is. Notes that the device was heard of. */
  public KnownDevice check(String token) {
    Shown shown = database.inSnapshot(connection -> find(connection, token));
    if (shown.revoked) {
      throw revoked(shown.device.device());
    }
    if (shown.now - shown.lastContact > CONTACT_EVERY) {
      database.inTransaction(connection -> noteContact(connection, shown));
    }
    return shown.device;
  }

  private record Shown(KnownDevice device, boolean revoked, long lastContact, long now) {}

  private static Shown find(Connection connection, String token) throws SQLException {
    long now = Sql.now(connection);
    return Sql.first(
            connection,
            """
            select site, device, revoked, last_contact
            from token join device using (site, device)
            where token_hash = ? and expires > ?
            """,
            row ->
                new Shown(
                    new KnownDevice(row.getString(1), row.getString(2)),
                    row.getBoolean(3),
                    row.getLong(4),
                    now),
            Secret.hash(token),
            now)
        .orElseThrow(
            () ->
                ProblemKind.UNAUTHENTICATED.because(
                    "Authorization",
                    "The token is unknown or has expired. Get a new one from /api/v1/token."));
  }

  // "changed" stays: handhelds need not hear of it. A push that holds the row has noted enough.
  private static int noteContact(Connection connection, Shown shown) throws SQLException {
    return Sql.update(
        connection,
        """
        update device set last_contact = ? where (site, device) in
          (select site, device from device where site = ? and device = ? for update skip locked)
        """,
        shown.now,
        shown.device.site(),
        shown.device.device());
  }

  private static RuntimeException revoked(String device) {
    return ProblemKind.DEVICE_REVOKED.because(
        "Device "
            + device
            + " may not sync any more. What it has not sent can be exported on it and imported on"
            + " the server.");
  }
}
