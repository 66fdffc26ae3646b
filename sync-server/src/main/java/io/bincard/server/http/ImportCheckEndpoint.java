package io.bincard.server.http;

import io.bincard.server.imports.Importer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/**
 * Somebody wants to know what importing several files, packed in a ZIP, would do. They may refer to
 * each other, as items and their barcodes do. Changes nothing.
 */
public final class ImportCheckEndpoint implements Handler {
  private final Importer importer;
  private final int mostBytes;

  public ImportCheckEndpoint(Importer importer, int mostBytes) {
    this.importer = importer;
    this.mostBytes = mostBytes;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Query.only(request, "site");
    String site = Query.optional(request, "site");
    byte[] bytes = Body.bytes(request, "application/zip", mostBytes);
    List<Importer.File> files = ImportBundle.unpack(bytes, site, mostBytes);
    ImportAnswer.send(request, response, progress -> importer.check(files, progress));
  }
}
