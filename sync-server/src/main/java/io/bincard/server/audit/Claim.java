package io.bincard.server.audit;

import io.avaje.jsonb.Json;
import io.bincard.model.discrepancy.Finding;
import io.bincard.model.operation.Decision;

/**
 * Something does not add up, or a supervisor accepted that it does not.
 *
 * @param accepted false for what was found, true for a decision about it
 * @param summary empty for a decision
 */
@Json
record Claim(String code, String subject, String fingerprint, boolean accepted, String summary) {
  static Claim of(Finding finding) {
    return new Claim(
        finding.code().name(), finding.subject(), finding.fingerprint(), false, finding.summary());
  }

  static Claim of(Decision.Accepted decision) {
    return new Claim(decision.code(), decision.subject(), decision.fingerprint(), true, "");
  }

  Key bySubject() {
    return Key.of(code, subject);
  }
}
