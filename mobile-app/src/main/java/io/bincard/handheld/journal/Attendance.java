package io.bincard.handheld.journal;

import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who is signed in, as the journal tells it. */
final class Attendance {
  // More people than this sign in and out on one device between two looks at the whole journal
  // only if somebody forgot to sign out weeks ago.
  private static final int RECENT = 200;

  private final Set<String> present = new HashSet<>();

  void readFrom(JournalStore store) {
    present.clear();
    Set<String> types =
        Set.of(Fact.SignedIn.class.getSimpleName(), Fact.SignedOut.class.getSimpleName());
    List<StoredLine> newestFirst = store.lastOfTypes(types, RECENT);
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      saw(newestFirst.get(i).read().operation());
    }
  }

  void saw(Operation operation) {
    if (operation.body() instanceof Fact.SignedIn) {
      present.add(operation.user());
    } else if (operation.body() instanceof Fact.SignedOut) {
      present.remove(operation.user());
    }
  }

  boolean isSomebodyThere() {
    return !present.isEmpty();
  }
}
