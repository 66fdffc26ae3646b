package io.bincard.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be closed when the process ends: the last that was started comes first. */
final class Stopping {
  private static final System.Logger LOG = System.getLogger(Stopping.class.getName());

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean stopped;

  /** Remembers something that was started; closes it at once if the process already ends. */
  synchronized <T extends AutoCloseable> T later(T resource) {
    started.push(resource);
    if (stopped) {
      stop();
    }
    return resource;
  }

  synchronized void stop() {
    stopped = true;
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception notClosed) { // the others are to be closed all the same
        LOG.log(System.Logger.Level.WARNING, "Something did not stop as it should", notClosed);
      }
    }
  }
}
