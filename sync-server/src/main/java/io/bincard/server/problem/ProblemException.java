package io.bincard.server.problem;

import io.bincard.model.sync.Problem;

/** A request can't be done as it stands; nothing of it has been. Made by {@link ProblemKind}. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
