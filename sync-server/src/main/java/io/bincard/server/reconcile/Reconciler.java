package io.bincard.server.reconcile;

import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import java.util.List;

/**
 * Takes operations into the state of a site: what devices push, and what the server itself says.
 */
public interface Reconciler {
  /**
   * Applies a push in one transaction.
   *
   * @param device who pushes, as its token says
   * @param lines consecutive lines of that device's journal
   */
  PushAnswer push(String site, String device, PushHeader header, List<IncomingLine> lines);

  /**
   * Journals entries as operations of this server's own device and applies them, in one
   * transaction.
   *
   * @return one outcome an entry, in their order; the stored one for an id that is known
   */
  List<Outcome> record(String site, List<Entry> entries);
}
