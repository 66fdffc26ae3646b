package io.bincard.handheld.work;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;

/** Compares by Argon2. */
public final class Argon2PinCheck implements PinCheck {
  @Override
  public boolean matches(String pin, String hash) {
    try {
      return Password.check(pin, hash).with(Argon2Function.getInstanceFromHash(hash));
    } catch (BadParametersException unreadable) {
      return false;
    }
  }
}
