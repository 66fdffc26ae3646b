package io.bincard.shift;

import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import io.bincard.server.db.Database;
import io.bincard.server.db.DatabaseSettings;
import io.bincard.server.devices.EnrolmentCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The real server in a process of its own, and what its admin can ask of it. */
public final class RunningServer implements AutoCloseable {
  private static final String ADMIN_KEY = "only-for-this-run-0123456789";
  private static final String LISTENING = "listening on ";

  private final Program program;
  private final String url;
  private final DatabaseSettings settings;
  private final Database database;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private RunningServer(Program program, String url, DatabaseSettings settings, Database database) {
    this.program = program;
    this.url = url;
    this.settings = settings;
    this.database = database;
  }

  /** Starts it on a migrated database and waits until it listens. */
  public static RunningServer start(DatabaseSettings settings) throws IOException {
    Path log = Files.createTempFile("bincard-server", ".log");
    return start(settings, log, Program.Speed.FULL);
  }

  static RunningServer start(DatabaseSettings settings, Path log, Program.Speed speed)
      throws IOException {
    Program program =
        Program.start(
            "the server",
            "io.bincard.server.Main",
            List.of("server", "--port", "0"),
            environment(settings),
            log,
            speed);
    String line = program.readUntil(each -> each.startsWith(LISTENING), each -> {});
    return new RunningServer(
        program, line.substring(LISTENING.length()).strip(), settings, Database.open(settings));
  }

  private static Map<String, String> environment(DatabaseSettings settings) {
    return Map.of(
        "BINCARD_DATABASE_URL", settings.url(),
        "BINCARD_DATABASE_USER", settings.application().user(),
        "BINCARD_DATABASE_PASSWORD", settings.application().password(),
        "BINCARD_ADMIN_KEY", ADMIN_KEY);
  }

  /** The configuration it runs with, for the tools that go with it. */
  Map<String, String> environment() {
    return environment(settings);
  }

  String url() {
    return url;
  }

  int port() {
    return URI.create(url).getPort();
  }

  String adminKey() {
    return ADMIN_KEY;
  }

  /** The tables themselves, to look at. */
  public Database database() {
    return database;
  }

  /** A code that lets one handheld of a site in. */
  EnrolmentCode enrolmentCode(String site) throws IOException {
    return read(
        EnrolmentCode.class,
        post("/api/v1/enrolments", "application/json", ADMIN_KEY, "{\"site\":\"" + site + "\"}"));
  }

  /** Enrols a device that is no handheld, only its requests. */
  public Enrolment.Answer enrol(String site, String name) throws IOException {
    String code = enrolmentCode(site).code();
    return read(
        Enrolment.Answer.class,
        post(
            "/api/v1/enrol",
            "application/json",
            "",
            WireJson.write(new Enrolment.Request(code, name, "test"))));
  }

  public String token(Enrolment.Answer device) throws IOException {
    return read(
            Enrolment.TokenAnswer.class,
            post(
                "/api/v1/token",
                "application/json",
                "",
                WireJson.write(new Enrolment.TokenRequest(device.device(), device.secret()))))
        .token();
  }

  /** Sends a request as the admin does. */
  HttpResponse<String> postAsAdmin(String path, String type, String body) throws IOException {
    return post(path, type, ADMIN_KEY, body);
  }

  public HttpResponse<String> post(String path, String type, String token, String body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    }
  }

  private static <T> T read(Class<T> type, HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + ": " + answer.body());
    }
    try {
      return WireJson.read(type, answer.body());
    } catch (UnreadableException other) {
      throw new IOException("not understood: " + answer.body(), other);
    }
  }

  @Override
  public void close() {
    database.close();
    program.close();
  }
}
