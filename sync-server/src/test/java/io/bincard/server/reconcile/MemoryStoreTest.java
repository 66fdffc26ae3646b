package io.bincard.server.reconcile;

class MemoryStoreTest extends StoreContract {
  @Override
  Stage stage() {
    return new MemoryStage();
  }
}
