package io.bincard.server.work;

import io.bincard.model.operation.ServerRecord;
import java.util.List;

/** What an intent about work comes to. */
public sealed interface WorkPlan {
  /** It is not done and never will be. */
  record Refused(Refusal refusal) implements WorkPlan {}

  /**
   * It is done.
   *
   * @param records to be journalled after the intent, in this order
   */
  record Done(List<ServerRecord> records) implements WorkPlan {
    public Done {
      records = List.copyOf(records);
    }
  }
}
