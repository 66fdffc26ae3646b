package io.bincard.server.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a row comes from.
 *
 * @param site that rows without a site are about; may be empty
 * @param digest SHA-256 of the file's bytes: the same file again has the same
 */
record Source(String site, String digest) {
  static Source of(byte[] file, String site) {
    return new Source(site, HexFormat.of().formatHex(sha256(file)));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
