package io.bincard.server.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * The salted Argon2id hash of a password or PIN.
 *
 * @param phc in PHC form, {@code $argon2id$v=19$...}; empty: there is no such secret, and nothing
 *     matches
 */
public record SecretHash(String phc) {
  public static final SecretHash NONE = new SecretHash("");

  // OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. Handhelds check PINs with it.
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  /** Takes some 50 ms on purpose. */
  public static SecretHash of(String secret) {
    return new SecretHash(Password.hash(secret).addRandomSalt(16).with(FUNCTION).getResult());
  }

  /** Takes as long as {@link #of}. */
  public boolean matches(String secret) {
    return !phc.isEmpty()
        && Password.check(secret, phc).with(Argon2Function.getInstanceFromHash(phc));
  }

  @Override
  public String toString() {
    return phc.isEmpty() ? "none" : "hidden"; // never in a log or a report
  }
}
