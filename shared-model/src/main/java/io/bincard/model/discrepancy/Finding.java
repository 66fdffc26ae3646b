package io.bincard.model.discrepancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that does not add up, right now.
 *
 * @param subject what it is about, for people and as its name within the code
 * @param amounts the figures that do not fit, in a fixed order
 * @param operations the evidence: what was done, by both sides, in canonical order
 * @param summary one English sentence with the figures
 */
public record Finding(
    DiscrepancyCode code,
    String subject,
    List<String> amounts,
    List<UUID> operations,
    String summary) {
  public Finding {
    amounts = List.copyOf(amounts);
    operations = List.copyOf(operations);
  }

  /**
   * Names the evidence. A decision holds for one fingerprint; when the evidence changes, so does
   * this, and the discrepancy is open again.
   */
  public String fingerprint() {
    String all =
        Stream.concat(
                Stream.concat(Stream.of(code.name(), subject), amounts.stream()),
                operations.stream().sorted().map(UUID::toString))
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java runtime has SHA-256", impossible);
    }
  }
}
