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
  private final NavigableMap<String, RowType.Kept> aside = new TreeMap<>();
  private boolean replacesAll;
  private String incarnation = "";
  private volatile String cursor = "";
  private volatile String shownCursor = "";

  @Override
  public String cursor() {
    return cursor;
  }

  @Override
  public String shownCursor() {
    return shownCursor;
  }

  @Override
  public synchronized Applied apply(String since, PullPage page) {
    if (!since.equals(cursor)) {
      return Applied.OUTDATED;
    }
    if (!incarnation.equals(page.incarnation())) {
      incarnation = page.incarnation();
      replacesAll = true;
      aside.clear();
      cursor = "";
      if (!since.isEmpty()) {
        return Applied.STARTED_OVER;
      }
    }
    page.rows().stream().map(RowType::keep).forEach(kept -> aside.put(kept.key(), kept));
    cursor = page.cursor();
    if (!page.more()) {
      show();
    }
    return Applied.DONE;
  }

  private void show() {
    if (replacesAll) {
      rows.clear();
    }
    rows.putAll(aside);
    rows.values().removeIf(RowType.Kept::gone);
    aside.clear();
    replacesAll = false;
    shownCursor = cursor;
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
