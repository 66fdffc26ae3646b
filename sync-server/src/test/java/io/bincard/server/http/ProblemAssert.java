package io.bincard.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.sync.Problem;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import java.net.http.HttpResponse;

/** Reads an answer as the problem it has to be. */
public final class ProblemAssert {
  private ProblemAssert() {}

  public static Problem problem(HttpResponse<String> answer, int status) {
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(answer.body())
        .contains("application/problem+json");
    Problem problem = problem(answer.body());
    assertThat(problem.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.statusCode()).isEqualTo(status);
    return problem;
  }

  public static Problem problem(String body) {
    try {
      Problem problem = WireJson.read(Problem.class, body);
      assertThat(problem.type()).startsWith("/problems/");
      assertThat(problem.title()).isNotBlank();
      assertThat(problem.detail()).isNotBlank();
      return problem;
    } catch (UnreadableException unreadable) {
      throw new AssertionError(body, unreadable);
    }
  }
}
