package io.bincard.server.devices;

import io.bincard.model.sync.Enrolment;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.problem.ProblemKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Codes that let handhelds in. Each works once, within its time; only its hash is stored. */
public final class PostgresEnrolments {
  private static final int CODE_LENGTH = 12;
  private static final int SECRET_LENGTH = 32;
  private static final int NAME_LENGTH = 8;
  private static final int LONGEST_TEXT = 100;
  private static final int FIRST_EPOCH = 1;

  private final Database database;
  private final Duration lifetime;

  /**
   * @param lifetime of a code
   */
  public PostgresEnrolments(Database database, Duration lifetime) {
    this.database = database;
    this.lifetime = lifetime;
  }

  /** Makes a code for one handheld of a site. */
  public EnrolmentCode newCode(String site) {
    String code = Secret.random(CODE_LENGTH);
    long expires = database.inTransaction(connection -> store(connection, site, code));
    return new EnrolmentCode(code.replaceAll("(....)(?=.)", "$1-"), expires);
  }

  private long store(Connection connection, String site, String code) throws SQLException {
    if (Sql.first(connection, "select 1 from site where site = ?", row -> true, site).isEmpty()) {
      throw ProblemKind.NOT_FOUND.because(
          "site", "There is no site '" + site + "'. Import it first.");
    }
    long expires = Sql.now(connection) + lifetime.toNanos() / 1000;
    Sql.update(
        connection,
        "insert into enrolment (code_hash, site, expires) values (?, ?, ?)",
        Secret.hash(code),
        site,
        expires);
    return expires;
  }

  /** Lets a handheld in. Its journal begins with epoch 1. */
  public Enrolment.Answer enrol(Enrolment.Request request) {
    checkLength("name", request.name());
    checkLength("appVersion", request.appVersion());
    return database.inTransaction(connection -> enrol(connection, request));
  }

  private static void checkLength(String field, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw ProblemKind.MALFORMED.because(
          field, field + " must have 1 to " + LONGEST_TEXT + " characters.");
    }
  }

  private static Enrolment.Answer enrol(Connection connection, Enrolment.Request request)
      throws SQLException {
    String device = "H-" + Secret.random(NAME_LENGTH);
    String secret = Secret.random(SECRET_LENGTH);
    long now = Sql.now(connection);
    String site = useCode(connection, Secret.hash(Secret.tidied(request.code())), device, now);
    Sql.update(
        connection,
        """
        insert into device
          (site, device, name, kind, secret_hash, enrolled, last_contact, app_version, epoch)
        values (?, ?, ?, 'HANDHELD', ?, ?, ?, ?, ?)
        """,
        site,
        device,
        request.name(),
        Secret.hash(secret),
        now,
        now,
        request.appVersion(),
        FIRST_EPOCH);
    String incarnation =
        Sql.first(connection, "select incarnation from installation", row -> row.getString(1))
            .orElseThrow();
    return new Enrolment.Answer(device, secret, site, FIRST_EPOCH, incarnation);
  }

  // One statement, so that of two who come at once with one code, one is turned away.
  private static String useCode(Connection connection, String codeHash, String device, long now)
      throws SQLException {
    return Sql.first(
            connection,
            """
            update enrolment set device = ?
            where code_hash = ? and device is null and expires > ?
            returning site
            """,
            row -> row.getString(1),
            device,
            codeHash,
            now)
        .orElseThrow(
            () ->
                ProblemKind.NOT_ALLOWED.because(
                    "code",
                    "This code is unknown, has been used or has expired. Ask a supervisor for a new"
                        + " one."));
  }
}
