package io.bincard.server;

import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.db.TestDatabase;
import io.bincard.server.devices.AdminKey;
import io.bincard.server.http.HttpServer;
import io.bincard.server.http.Route;
import io.bincard.server.pull.Pull;
import io.bincard.server.reconcile.PostgresStore;
import io.bincard.server.reconcile.StoreReconciler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real server on a port of its own and a fresh database, with site HAM. Close it after use. */
public final class TestServer implements AutoCloseable {
  public static final String ADMIN_KEY = "the-admin-key-of-tests";

  /** Small, so that tests need not send megabytes. */
  public static final int MOST_BODY_BYTES = 100_000;

  public static final int MOST_OPERATIONS = 20;

  private final Database database;
  private final HttpServer server;
  private final Pull pull;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(Database database, HttpServer server, Pull pull) {
    this.database = database;
    this.server = server;
    this.pull = pull;
  }

  public static TestServer start(Route... more) {
    return start(Map.of(), more);
  }

  /**
   * With settings of its own.
   *
   * @param environment as the server would get it
   */
  public static TestServer start(Map<String, String> environment, Route... more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("BINCARD_HOST", "127.0.0.1");
    all.putIfAbsent("BINCARD_PORT", "0");
    all.putIfAbsent("BINCARD_BODY_BYTES", String.valueOf(MOST_BODY_BYTES));
    all.putIfAbsent("BINCARD_PUSH_OPERATIONS", String.valueOf(MOST_OPERATIONS));
    Settings settings = Settings.load(Optional.empty(), all);
    Database database = TestDatabase.fresh();
    database.inTransaction(
        c -> Sql.update(c, "insert into site (site, name, zone) values ('HAM', 'Hamburg', 'UTC')"));
    StoreReconciler reconciler =
        new StoreReconciler(new PostgresStore(database), "S-1", new TimeOrderedIds());
    List<Route> routes = new ArrayList<>(Arrays.asList(more));
    Pull pull = new Pull(database);
    routes.addAll(Application.routes(settings, database, AdminKey.of(ADMIN_KEY), reconciler, pull));
    return new TestServer(database, HttpServer.start(settings.http(), routes), pull);
  }

  public Database database() {
    return database;
  }

  /** Such as {@code http://127.0.0.1:8080}. */
  public URI address() {
    return URI.create(server.address());
  }

  public int port() {
    return server.port();
  }

  /** A request to build on. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  public HttpResponse<String> get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  public HttpResponse<String> post(String path, String token, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> push(String token, String body) {
    return send(
        request("/api/v1/sync/push")
            .header("Content-Type", "application/x-ndjson")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body)));
  }

  /** A code for one handheld of site HAM. */
  public String enrolmentCode() {
    String answer = post("/api/v1/enrolments", ADMIN_KEY, "{\"site\": \"HAM\"}").body();
    return answer.replaceAll(".*\"code\":\"([^\"]*)\".*", "$1");
  }

  /** A handheld of site HAM, enrolled and with a token. */
  public Handheld handheld() {
    Enrolment.Answer enrolled =
        read(
            Enrolment.Answer.class,
            post(
                "/api/v1/enrol",
                "",
                WireJson.write(new Enrolment.Request(enrolmentCode(), "Handheld 1", "1.0"))));
    return new Handheld(enrolled.device(), enrolled.secret(), newToken(enrolled));
  }

  private String newToken(Enrolment.Answer enrolled) {
    return read(
            Enrolment.TokenAnswer.class,
            post(
                "/api/v1/token",
                "",
                WireJson.write(new Enrolment.TokenRequest(enrolled.device(), enrolled.secret()))))
        .token();
  }

  /** One that can push. */
  public record Handheld(String device, String secret, String token) {}

  /** The body of an answer that went well. */
  public static <T> T read(Class<T> type, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    try {
      return WireJson.read(type, answer.body());
    } catch (UnreadableException unreadable) {
      throw new AssertionError(answer.body(), unreadable);
    }
  }

  /** The lines of a device's journal that the server has, in their order. */
  public List<String> journal(String device) {
    return database.inSnapshot(
        c ->
            Sql.list(
                c,
                "select line from operation where device = ? order by epoch, seq",
                row -> row.getString(1),
                device));
  }

  /** Changes if, and only if, something in any table does. */
  public List<String> everything() {
    return database.inSnapshot(
        c -> {
          List<String> all = new ArrayList<>();
          for (String table :
              Sql.list(
                  c,
                  "select tablename from pg_tables where schemaname = 'public'"
                      + " and tablename not like 'databasechangelog%' order by 1",
                  row -> row.getString(1))) {
            all.addAll(Sql.list(c, "select t::text from " + table + " t", r -> r.getString(1)));
          }
          return all;
        });
  }

  @Override
  public void close() {
    pull.close();
    server.close();
    database.close();
  }
}
