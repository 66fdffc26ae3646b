package io.bincard.handheld.replica;

class MemoryReplicaStoreTest extends ReplicaStoreContract {
  @Override
  ReplicaStore open() {
    return new MemoryReplicaStore();
  }
}
