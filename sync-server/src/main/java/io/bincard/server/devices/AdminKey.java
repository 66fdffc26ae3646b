package io.bincard.server.devices;

/** The key of whoever runs this installation; it opens the administrative part of the API. */
public final class AdminKey {
  private final String hash;

  private AdminKey(String hash) {
    this.hash = hash;
  }

  public static AdminKey of(String key) {
    return new AdminKey(Secret.hash(key));
  }

  static AdminKey ofHash(String hash) {
    return new AdminKey(hash);
  }

  public boolean is(String key) {
    return Secret.isHashOf(hash, key);
  }
}
