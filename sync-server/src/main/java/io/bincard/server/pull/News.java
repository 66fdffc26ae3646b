package io.bincard.server.pull;

import java.util.Set;

/**
 * What has changed.
 *
 * @param now up to when
 */
record News(Snapshot now, Set<Topic> topics) {
  News {
    topics = Set.copyOf(topics);
  }
}
