package io.bincard.server.push;

import io.bincard.model.sync.PushHeader;
import io.bincard.server.reconcile.IncomingLine;
import java.util.List;

/**
 * A push that can be taken as it stands.
 *
 * @param lines each with a place of its own, seq without gaps
 */
public record PushRequest(PushHeader header, List<IncomingLine> lines) {
  public PushRequest {
    lines = List.copyOf(lines);
  }
}
