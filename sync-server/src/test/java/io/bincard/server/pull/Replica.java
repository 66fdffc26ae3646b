package io.bincard.server.pull;

import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a device makes of its pulls, as docs/protocol.md wants it: a round at a time. */
final class Replica {
  private final Pull pull;
  private final String site;
  private final String device;
  private final Map<List<Object>, Row> base = new HashMap<>();
  private final List<Row> laidAside = new ArrayList<>();
  private String cursor = "";

  Replica(Pull pull, String site, String device) {
    this.pull = pull;
    this.site = site;
    this.device = device;
  }

  /** Pulls one page. */
  PullPage pullPage(int limit, Duration wait) {
    PullPage page = pull.page(site, device, cursor, limit, wait).orElseThrow();
    cursor = page.cursor();
    laidAside.addAll(page.rows());
    if (!page.more()) {
      laidAside.forEach(row -> base.put(key(row), row));
      laidAside.clear();
    }
    return page;
  }

  /** Pulls until there is nothing more to be had, and gives the rows that came. */
  List<Row> pull(int limit) {
    List<Row> came = new ArrayList<>();
    PullPage page;
    do {
      page = pullPage(limit, Duration.ZERO);
      came.addAll(page.rows());
    } while (page.more());
    return came;
  }

  <R extends Row> Stream<R> rows(Class<R> kind) {
    return base.values().stream().filter(kind::isInstance).map(kind::cast);
  }

  private static List<Object> key(Row row) {
    return switch (row) {
      case Row.Site r -> List.of("site");
      case Row.Item r -> List.of("item", r.item());
      case Row.Barcode r -> List.of("barcode", r.code(), r.validFrom());
      case Row.Lot r -> List.of("lot", r.item(), r.lot());
      case Row.Location r -> List.of("location", r.location());
      case Row.Person r -> List.of("person", r.user());
      case Row.Stock r -> List.of("stock", r.account(), r.item(), r.lot());
      case Row.Order r -> List.of("order", r.order());
      case Row.Line r -> List.of("line", r.order(), r.line());
      case Row.Allocation r -> List.of("allocation", r.order());
      case Row.Work r -> List.of("work", r.work());
      case Row.Expected r -> List.of("expected", r.delivery(), r.line());
      case Row.Discrepancy r -> List.of("discrepancy", r.code(), r.subject());
      case Row.Head r -> List.of("head", r.device());
    };
  }
}
