package io.bincard.handheld.sync;

import io.bincard.handheld.sync.Failure.Kind;
import io.bincard.model.sync.Problem;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells the documented answer from everything else that can come back. */
final class HttpAnswer {
  private static final int LONGEST = 256 * 1024 * 1024;
  private static final long LONGEST_PAUSE_SECONDS = 3_600;

  private HttpAnswer() {}

  static <T> T read(Class<T> type, HttpResponse<byte[]> response) throws TransportException {
    String text = text(response);
    if (response.statusCode() != 200) {
      throw refusal(response, text);
    }
    if (!isOf("application/json", response)) {
      throw unexpected(
          "Something answers at " + response.uri().getAuthority() + ", but it is no Bincard.",
          null);
    }
    try {
      T answer = WireJson.read(type, text);
      if (DocumentedAnswer.isComplete(answer)) {
        return answer;
      }
      throw unexpected("Something is missing in the answer to " + response.uri().getPath(), null);
    } catch (UnreadableException unreadable) {
      throw unexpected(
          "The server's answer cannot be understood: " + unreadable.getMessage(), unreadable);
    }
  }

  static TransportException unreachable(String server, @Nullable Throwable thrown) {
    Throwable cause = thrown != null && thrown.getCause() != null ? thrown.getCause() : thrown;
    String how =
        cause instanceof TimeoutException || cause instanceof HttpTimeoutException
            ? "does not answer in time"
            : "cannot be reached";
    String detail = server + " " + how + ": " + cause;
    return new TransportException(Failure.of(Kind.UNREACHABLE, detail), cause);
  }

  private static String text(HttpResponse<byte[]> response) throws TransportException {
    String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
    byte[] body = response.body();
    try {
      byte[] bytes = encoding.equals("gzip") ? Gzip.expanded(body, LONGEST) : body;
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw unexpected("The server's answer cannot be unpacked: " + damaged.getMessage(), damaged);
    }
  }

  private static TransportException refusal(HttpResponse<byte[]> response, String text) {
    long pause =
        response.headers().firstValue("Retry-After").map(HttpAnswer::milliseconds).orElse(0L);
    return new TransportException(
        new Failure(kind(response.statusCode()), detail(response, text), pause), null);
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 413 -> Kind.TOO_LARGE;
      case 429 -> Kind.BUSY;
      default -> status >= 500 ? Kind.SERVER : Kind.UNEXPECTED;
    };
  }

  private static String detail(HttpResponse<byte[]> response, String text) {
    if (isOf("application/problem+json", response)) {
      try {
        return WireJson.read(Problem.class, text).detail();
      } catch (UnreadableException unreadable) {
        // Then the status has to do.
      }
    }
    return "The server answered with status " + response.statusCode() + ".";
  }

  private static boolean isOf(String mediaType, HttpResponse<byte[]> response) {
    String given = response.headers().firstValue("Content-Type").orElse("");
    return given.equals(mediaType) || given.startsWith(mediaType + ";");
  }

  // The other form of Retry-After, a date, would need a clock that can be trusted.
  private static long milliseconds(String seconds) {
    try {
      return 1_000 * Math.max(0, Math.min(Long.parseLong(seconds), LONGEST_PAUSE_SECONDS));
    } catch (NumberFormatException date) {
      return 0;
    }
  }

  private static TransportException unexpected(String detail, @Nullable Throwable cause) {
    return new TransportException(Failure.of(Kind.UNEXPECTED, detail), cause);
  }
}
