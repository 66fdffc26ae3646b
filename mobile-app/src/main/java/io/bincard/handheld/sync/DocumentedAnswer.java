package io.bincard.handheld.sync;

import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.ServerTime;
import io.bincard.model.sync.WorkAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer holds what docs/protocol.md says. Reading it lets pass what is missing: objects
 * are null then, and numbers zero. A time of zero would put a whole journal into 1970.
 */
final class DocumentedAnswer {
  private DocumentedAnswer() {}

  static boolean isComplete(Object answer) {
    if (answer instanceof Enrolment.Answer given) {
      return areThere(given.device(), given.secret(), given.site(), given.incarnation())
          && given.epoch() > 0;
    }
    if (answer instanceof Enrolment.TokenAnswer given) {
      return areThere(given.token());
    }
    if (answer instanceof ServerTime given) {
      return given.serverTime() > 0;
    }
    if (answer instanceof PushAnswer given) {
      return areThere(given.incarnation(), given.headHash())
          && given.outcomes().stream().allMatch(DocumentedAnswer::isComplete);
    }
    if (answer instanceof Outcome given) {
      return areThere(given.id(), given.kind());
    }
    if (answer instanceof PullPage given) {
      return areThere(given.incarnation(), given.cursor());
    }
    return answer instanceof WorkAnswer given && areThere(given.kind());
  }

  private static boolean areThere(@Nullable Object... parts) {
    for (Object part : parts) {
      if (part == null) {
        return false;
      }
    }
    return true;
  }
}
