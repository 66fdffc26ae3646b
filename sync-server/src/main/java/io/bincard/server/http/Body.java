package io.bincard.server.http;

import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import io.bincard.server.problem.FieldCheck;
import io.bincard.server.problem.ProblemKind;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the body of a request; what is wrong with it becomes a problem that names the field. */
public final class Body {
  private static final int MOST_JSON_BYTES = 64 * 1024;

  private Body() {}

  /** One JSON object, all fields there. */
  public static <T extends Record> T json(ServerRequest request, Class<T> type) {
    String text =
        new String(bytes(request, "application/json", MOST_JSON_BYTES), StandardCharsets.UTF_8);
    try {
      T message = WireJson.read(type, text);
      FieldCheck.flaw(message)
          .ifPresent(
              flaw -> {
                throw ProblemKind.MALFORMED.because(flaw.name(), flaw.reason());
              });
      return message;
    } catch (UnreadableException unreadable) {
      throw ProblemKind.MALFORMED.because(unreadable.field(), unreadable.reason());
    }
  }

  /**
   * The bytes, unpacked.
   *
   * @param contentType what the request must say they are
   */
  public static byte[] bytes(ServerRequest request, String contentType, int most) {
    String actual =
        request.headers().first(HeaderNames.CONTENT_TYPE).orElse("").replaceFirst("\\s*;.*", "");
    if (!actual.equalsIgnoreCase(contentType)) {
      throw ProblemKind.UNSUPPORTED_MEDIA_TYPE.because(
          "Content-Type", "Send this as %s, not as '%s'.".formatted(contentType, actual));
    }
    byte[] bytes = read(request, most);
    if (bytes.length > most) {
      throw ProblemKind.TOO_LARGE.because(
          "A body has at most %d bytes here. Send less at a time.".formatted(most));
    }
    return bytes;
  }

  // Not closed if it fails: closing would wait for the rest, and the connection ends anyway.
  private static byte[] read(ServerRequest request, int most) {
    try {
      return request.content().inputStream().readNBytes(most + 1);
    } catch (RequestException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) { // the parser of chunks throws several types
      throw ProblemKind.MALFORMED.because(
          "The body ends too early, or is not packed as Content-Encoding says.");
    }
  }
}
