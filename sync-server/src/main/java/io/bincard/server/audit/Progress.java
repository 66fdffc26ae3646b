package io.bincard.server.audit;

import io.bincard.server.audit.AuditListener.Stage;

/** Counts the steps of one stage, and tells the listener of some of them. */
final class Progress {
  private static final long STEPS = 10_000;

  private final AuditListener listener;
  private final String site;
  private final Stage stage;
  private long done;

  Progress(AuditListener listener, String site, Stage stage) {
    this.listener = listener;
    this.site = site;
    this.stage = stage;
  }

  void step() {
    done++;
    if (done % STEPS == 0) {
      listener.progress(site, stage, done, false);
    }
  }

  /** The stage is over; how many steps it took. */
  long end() {
    listener.progress(site, stage, done, true);
    return done;
  }
}
