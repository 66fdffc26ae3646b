package io.bincard.server.http;

import io.bincard.server.devices.AdminKey;
import io.bincard.server.problem.ProblemKind;
import io.helidon.webserver.http.ServerRequest;

/** Whoever has the admin's key. */
public final class AdminAccess implements Access {
  /** Who decided, in journals. */
  static final String USER = "admin";

  private final AdminKey key;

  public AdminAccess(AdminKey key) {
    this.key = key;
  }

  @Override
  public void admit(ServerRequest request) {
    if (!key.is(BearerToken.of(request))) {
      throw ProblemKind.UNAUTHENTICATED.because(
          "Authorization",
          "This is not the admin's key. See docs/operating.md, \"The admin's key\".");
    }
  }
}
