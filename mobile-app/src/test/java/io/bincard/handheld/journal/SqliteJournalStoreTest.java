package io.bincard.handheld.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.model.sync.JournalLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalStoreTest extends JournalStoreContract {
  @TempDir Path folder;

  @Override
  JournalStore open() {
    return new SqliteJournalStore(folder.resolve("journal.db"));
  }

  @Test
  void whatWasWrittenIsThereWhenTheFileIsOpenedAgain() {
    JournalLine line = Journals.line(1, 1, "", Journals.SCAN);
    store.identify(Journals.identity());
    store.append(line);
    store.close();
    store = open();
    assertThat(store.identity()).contains(Journals.identity());
    assertThat(store.lastScanned()).contains(StoredLine.of(line));
  }

  @Test
  void whatWasWrittenIsSeenByAnotherConnectionAtOnce() {
    store.append(Journals.line(1, 1, "", null));
    try (JournalStore other = open()) {
      assertThat(other.lines(1, 1, 10)).hasSize(1);
    }
  }

  @Test
  void aCommitIsDurableWhenItReturns() {
    SqliteJournalStore own = (SqliteJournalStore) store;
    assertThat(own.setting("journal_mode")).isEqualTo("wal");
    assertThat(own.setting("synchronous")).as("2 is FULL").isEqualTo("2");
  }

  @Test
  void aSecondConnectionIsAsDurable() {
    try (SqliteJournalStore second = (SqliteJournalStore) open()) {
      assertThat(second.setting("journal_mode")).isEqualTo("wal");
      assertThat(second.setting("synchronous")).isEqualTo("2");
    }
  }

  @Test
  void aFullDiskIsSaidAndNothingIsHalfWritten() {
    store.identify(Journals.identity());
    store.append(Journals.line(1, 1, "", null));
    SqliteJournalStore own = (SqliteJournalStore) store;
    // As full as a disk can be: not one page more.
    own.setting("max_page_count = 1");
    assertThatThrownBy(
            () -> {
              for (long seq = 2; seq < 10_000; seq++) {
                store.append(Journals.line(1, seq, "", null));
              }
            })
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("no space left");
    long last = store.extents().get(0).last();
    assertThat(store.lines(1, 1, Integer.MAX_VALUE)).hasSize((int) last);
    own.setting("max_page_count = 1000000");
    store.append(Journals.line(1, last + 1, "", null));
    assertThat(store.extents().get(0).last()).isEqualTo(last + 1);
  }

  @Test
  void aFileOfANewerVersionIsLeftAlone() throws SQLException {
    store.close();
    String url = "jdbc:sqlite:" + folder.resolve("journal.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("newer version of Bincard");
  }

  @Test
  void whatIsNoJournalIsNotTouched() throws IOException {
    Path text = folder.resolve("notes.txt");
    String notes = "Not a database, and long enough that nobody takes it for an empty file.";
    Files.writeString(text, notes);
    assertThatThrownBy(() -> new SqliteJournalStore(text)).isInstanceOf(JournalException.class);
    assertThat(text).hasContent(notes);
  }
}
