package io.bincard.server;

import io.bincard.server.db.Database;
import io.bincard.server.devices.AdminKey;
import io.bincard.server.devices.PostgresDevices;
import io.bincard.server.devices.PostgresEnrolments;
import io.bincard.server.devices.PostgresTokens;
import io.bincard.server.http.Access;
import io.bincard.server.http.AdminAccess;
import io.bincard.server.http.DecisionsEndpoint;
import io.bincard.server.http.DeviceAccess;
import io.bincard.server.http.EnrolEndpoint;
import io.bincard.server.http.EnrolmentsEndpoint;
import io.bincard.server.http.HealthEndpoint;
import io.bincard.server.http.ImportCheckEndpoint;
import io.bincard.server.http.ImportEndpoint;
import io.bincard.server.http.PullEndpoint;
import io.bincard.server.http.PushEndpoint;
import io.bincard.server.http.RevokeEndpoint;
import io.bincard.server.http.Route;
import io.bincard.server.http.TimeEndpoint;
import io.bincard.server.http.TokenEndpoint;
import io.bincard.server.http.WorkEndpoint;
import io.bincard.server.imports.Importer;
import io.bincard.server.pull.Pull;
import io.bincard.server.push.PushReader;
import io.bincard.server.reconcile.Reconciler;
import io.bincard.server.work.Leasing;
import io.bincard.server.work.PostgresLeasing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Puts the parts together. The table of routes says what there is, and for whom. */
final class Application {
  private Application() {}

  static List<Route> routes(
      Settings settings, Database database, AdminKey adminKey, Reconciler reconciler, Pull pull) {
    PostgresEnrolments enrolments = new PostgresEnrolments(database, settings.enrolmentLifetime());
    PostgresTokens tokens = new PostgresTokens(database, settings.tokenLifetime());
    PostgresDevices devices = new PostgresDevices(database);
    PushReader pushReader = new PushReader(settings.pushOperations());

    Leasing leasing = new PostgresLeasing(database);

    Access anybody = Access.OPEN;
    Access device = new DeviceAccess(tokens);
    Access admin = new AdminAccess(adminKey);
    List<Route> routes = imports(settings, admin, new Importer(database, reconciler));
    Collections.addAll(
        routes,
        Route.get("/health", anybody, new HealthEndpoint(database)),
        Route.get("/api/v1/time", anybody, new TimeEndpoint(database)),
        Route.post("/api/v1/enrol", anybody, new EnrolEndpoint(enrolments)),
        Route.post("/api/v1/token", anybody, new TokenEndpoint(tokens)),
        Route.post(
            "/api/v1/sync/push",
            device,
            new PushEndpoint(reconciler, pushReader, settings.bodyBytes())),
        Route.post("/api/v1/work/claim", device, WorkEndpoint.claim(reconciler, leasing)),
        Route.post("/api/v1/work/release", device, WorkEndpoint.release(reconciler, leasing)),
        Route.get("/api/v1/sync/pull", device, new PullEndpoint(pull)),
        Route.post("/api/v1/decisions", admin, new DecisionsEndpoint(reconciler)),
        Route.post("/api/v1/enrolments", admin, new EnrolmentsEndpoint(enrolments)),
        Route.post("/api/v1/devices/{device}/revoke", admin, new RevokeEndpoint(devices)));
    return routes;
  }

  /** One a kind of file, and one for several files together. */
  private static List<Route> imports(Settings settings, Access admin, Importer importer) {
    int mostBytes = settings.bodyBytes();
    List<Route> routes = new ArrayList<>();
    for (String kind : Importer.KINDS) {
      routes.add(
          Route.post("/api/v1/" + kind, admin, new ImportEndpoint(importer, kind, mostBytes)));
    }
    routes.add(
        Route.post("/api/v1/imports/check", admin, new ImportCheckEndpoint(importer, mostBytes)));
    return routes;
  }
}
