package io.bincard.handheld.journal;

class MemoryJournalStoreTest extends JournalStoreContract {
  @Override
  JournalStore open() {
    return new MemoryJournalStore();
  }
}
