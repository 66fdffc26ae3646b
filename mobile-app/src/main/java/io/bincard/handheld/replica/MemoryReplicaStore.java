package io.bincard.handheld.replica;

import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A replica that lasts as long as the object, for devices that are only played. */
public final class MemoryReplicaStore implements ReplicaStore {
  private final NavigableMap<String, RowType.Kept> rows = new TreeMap<>();
  private String incarnation = "";
  private volatile String cursor = "";

  @Override
  public String cursor() {
    return cursor;
  }

  @Override
  public synchronized Applied apply(String since, PullPage page) {
    if (!since.equals(cursor)) {
      return Applied.OUTDATED;
    }
    boolean otherData = !incarnation.isEmpty() && !incarnation.equals(page.incarnation());
    incarnation = page.incarnation();
    if (otherData) {
      rows.clear();
      cursor = "";
      if (!since.isEmpty()) {
        return Applied.STARTED_OVER;
      }
    }
    page.rows().forEach(this::put);
    cursor = page.cursor();
    return Applied.DONE;
  }

  private void put(Row row) {
    RowType.Kept kept = RowType.keep(row);
    if (kept.gone()) {
      rows.remove(kept.key());
    } else {
      rows.put(kept.key(), kept);
    }
  }

  @Override
  public synchronized <T> T read(Function<Base, T> question) {
    return question.apply(new Now());
  }

  private final class Now implements Base {
    @Override
    public <R extends Row> Optional<R> row(RowType<R> type, Object... key) {
      return Optional.ofNullable(rows.get(type.textOf(List.of(key))))
          .map(kept -> type.type().cast(kept.row()));
    }

    @Override
    public <R extends Row> List<R> rows(RowType<R> type, Object... keyStart) {
      String start = type.textOf(List.of(keyStart));
      return rows.subMap(start, RowType.end(start)).values().stream()
          .map(kept -> type.type().cast(kept.row()))
          .toList();
    }

    @Override
    public <R extends Row> List<R> rowsAbout(RowType<R> type, String about) {
      String text = type.textOf(List.of(about));
      String start = type.textOf(List.of());
      return rows.subMap(start, RowType.end(start)).values().stream()
          .filter(kept -> kept.about().equals(text))
          .map(kept -> type.type().cast(kept.row()))
          .toList();
    }
  }

  @Override
  public void close() {}
}
