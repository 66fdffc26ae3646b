package io.bincard.server.http;

import io.bincard.server.devices.KnownDevice;
import io.bincard.server.push.PushReader;
import io.bincard.server.push.PushRequest;
import io.bincard.server.reconcile.Reconciler;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** A handheld sends what it journaled. */
public final class PushEndpoint implements Handler {
  private final Reconciler reconciler;
  private final PushReader reader;
  private final int mostBytes;

  public PushEndpoint(Reconciler reconciler, PushReader reader, int mostBytes) {
    this.reconciler = reconciler;
    this.reader = reader;
    this.mostBytes = mostBytes;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    KnownDevice who = DeviceAccess.device(request);
    byte[] body = Body.bytes(request, "application/x-ndjson", mostBytes);
    PushRequest push = reader.read(body, who.site(), who.device());
    Answer.json(response, reconciler.push(who.site(), who.device(), push.header(), push.lines()));
  }
}
