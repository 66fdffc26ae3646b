package io.bincard.server.http;

import io.bincard.server.imports.Importer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Somebody brings a file of one kind: master data, stock or orders. */
public final class ImportEndpoint implements Handler {
  private final Importer importer;
  private final String kind;
  private final int mostBytes;

  /**
   * Makes the endpoint of a kind.
   *
   * @param kind one of {@link Importer#KINDS}
   */
  public ImportEndpoint(Importer importer, String kind, int mostBytes) {
    this.importer = importer;
    this.kind = kind;
    this.mostBytes = mostBytes;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Query.only(request, "site", "dryRun");
    String site = Query.optional(request, "site");
    boolean dryRun = Query.flag(request, "dryRun");
    byte[] bytes = Body.bytes(request, "text/csv", mostBytes);
    Importer.File file = new Importer.File(kind, site, bytes);
    ImportAnswer.send(
        request,
        response,
        progress ->
            dryRun
                ? importer.check(List.of(file), progress)
                : List.of(importer.run(file, AdminAccess.USER, progress)));
  }
}
