package io.bincard.handheld.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** SQLite could not do what it was asked to; nothing of it was done. */
public final class SqliteFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean diskFull;

  SqliteFailure(String message, SQLException cause) {
    super(message + ": " + cause.getMessage(), cause);
    this.diskFull = (cause.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_FULL.code;
  }

  SqliteFailure(String message) {
    super(message);
    this.diskFull = false;
  }

  /** There is no space left to write to. */
  public boolean isDiskFull() {
    return diskFull;
  }
}
