package io.bincard.server.devices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Random texts that open doors. They are stored as a plain SHA-256: nobody can guess what was drawn
 * from 2^60 and more, so a slow hash with salt, as passwords need it, would gain nothing.
 */
final class Secret {
  // Crockford's base 32: no I, L, O and U, so that nobody misreads a letter.
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /** A random text; each character is worth five bits. */
  static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
    }
    return text.toString();
  }

  /** As somebody may have typed it from paper: small letters, hyphens, O for 0, I and L for 1. */
  static String tidied(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  static String hash(String secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java runtime has SHA-256", impossible);
    }
  }

  /** Compares in constant time. */
  static boolean isHashOf(String hash, String secret) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.UTF_8), hash(secret).getBytes(StandardCharsets.UTF_8));
  }
}
