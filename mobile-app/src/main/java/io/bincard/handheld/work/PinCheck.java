package io.bincard.handheld.work;

/** Port: compares a PIN with what is kept of it. Slow on purpose. */
public interface PinCheck {
  /**
   * Whether this is the PIN.
   *
   * @param hash Argon2id in PHC form
   * @return false also if the hash cannot be read
   */
  boolean matches(String pin, String hash);
}
