package io.bincard.server.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what differs, and passes it on at once. */
final class Differences {
  private final AuditListener listener;
  private final Map<Difference.Kind, Long> byKind = new EnumMap<>(Difference.Kind.class);
  private final List<Difference> first = new ArrayList<>();

  Differences(AuditListener listener) {
    this.listener = listener;
  }

  /** What differs at one site. */
  Of at(String site) {
    return new Of(site);
  }

  SortedMap<Difference.Kind, Long> byKind() {
    return new TreeMap<>(byKind);
  }

  List<Difference> first() {
    return first;
  }

  /** Takes down the differences of one site. */
  final class Of {
    private final String site;

    private Of(String site) {
      this.site = site;
    }

    void add(Difference.Kind kind, String what, Object expected, Object found) {
      Difference difference =
          new Difference(site, kind, what, expected.toString(), found.toString());
      byKind.merge(kind, 1L, Long::sum);
      if (first.size() < Report.LISTED) {
        first.add(difference);
      }
      listener.found(difference);
    }

    /** Takes it down unless both are equal. */
    void compare(Difference.Kind kind, String what, Object expected, Object found) {
      if (!Objects.equals(expected, found)) {
        add(kind, what, expected, found);
      }
    }
  }
}
