package io.bincard.server.audit;

import io.bincard.model.discrepancy.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of the lots of items; remembers those asked for last. */
final class LotStates {
  private static final int REMEMBERED = 10_000;

  private final PostgresBooks books;
  private final String site;
  private final Map<String, Map<String, Subject.LotState>> byItem = new LinkedHashMap<>();

  LotStates(PostgresBooks books, String site) {
    this.books = books;
    this.site = site;
  }

  Map<String, Subject.LotState> of(String item) {
    if (byItem.size() == REMEMBERED) {
      byItem.remove(byItem.keySet().iterator().next());
    }
    return byItem.computeIfAbsent(item, any -> books.lots(site, item));
  }
}
