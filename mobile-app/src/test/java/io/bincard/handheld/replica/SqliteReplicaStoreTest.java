package io.bincard.handheld.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.handheld.replica.ReplicaStore.Applied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReplicaStoreTest extends ReplicaStoreContract {
  @TempDir Path folder;

  @Override
  ReplicaStore open() {
    return new SqliteReplicaStore(folder.resolve("replica.db"));
  }

  @Test
  void whatWasPulledIsThereWhenTheFileIsOpenedAgain() {
    store.apply("", page("i", "c1", item("nut", "Nut")));
    store.close();
    store = open();
    assertThat(store.cursor()).isEqualTo("c1");
    assertThat(row(RowType.ITEM, "nut")).isPresent();
    assertThat(store.apply("c1", page("j", "c1"))).isEqualTo(Applied.STARTED_OVER);
  }

  @Test
  void whatWasPutAsideIsThereWhenTheFileIsOpenedAgain() {
    store.apply("", page("i", "c1", item("nut", "Nut")));
    store.apply("c1", page("j", "c1"));
    store.apply("", partOf("j", "c2", item("bolt", "Bolt")));
    store.close();
    store = open();
    assertThat(store.cursor()).isEqualTo("c2");
    assertThat(store.shownCursor()).isEqualTo("c1");
    store.apply("c2", page("j", "c3"));
    assertThat(row(RowType.ITEM, "nut")).isEmpty();
    assertThat(row(RowType.ITEM, "bolt")).isPresent();
  }

  @Test
  void aDamagedFileIsThrownAwayAndFilledAgain() throws IOException {
    store.apply("", page("i", "c1", item("nut", "Nut")));
    store.close();
    Files.writeString(folder.resolve("replica.db"), "This was a database once. ".repeat(400));
    store = open();
    assertThat(store.cursor()).isEmpty();
    assertThat(store.apply("", page("i", "c1", item("nut", "Nut")))).isEqualTo(Applied.DONE);
  }

  @Test
  void whoAsksSeesOneStateWhileAPageComesIn() {
    store.apply("", page("i", "c1", item("nut", "before")));
    String seen =
        store.read(
            base -> {
              String first = base.row(RowType.ITEM, "nut").orElseThrow().name();
              // From another thread, as sync does; it does not wait for those who read.
              CompletableFuture.runAsync(
                      () -> store.apply("c1", page("i", "c2", item("nut", "after"))))
                  .join();
              return first + ", " + base.row(RowType.ITEM, "nut").orElseThrow().name();
            });
    assertThat(seen).isEqualTo("before, before");
    assertThat(row(RowType.ITEM, "nut").orElseThrow().name()).isEqualTo("after");
  }
}
