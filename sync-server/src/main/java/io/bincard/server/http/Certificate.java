package io.bincard.server.http;

import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What the server proves with who it is.
 *
 * @param keystore a PKCS #12 file with the private key and the chain of certificates
 */
public record Certificate(Path keystore, String password) {

  @Override
  public String toString() {
    return keystore.toString(); // the password never gets into a log by accident
  }

  Tls tls() {
    char[] secret = password.toCharArray();
    try (InputStream in = Files.newInputStream(keystore)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, secret);
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, secret);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return Tls.builder().sslContext(context).build();
    } catch (IOException | GeneralSecurityException unusable) {
      throw new CannotListenException(
          "Cannot use the certificate in %s: %s. Correct tls.keystore and tls.password."
              .formatted(keystore, unusable.getMessage()),
          unusable);
    }
  }
}
