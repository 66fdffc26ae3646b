package io.bincard.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
  private static final String PASSWORD = "changeit";

  @TempDir static Path directory;

  @BeforeAll
  static void makeACertificate() throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "bincard",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore().toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  @Test
  void withACertificateTheServerSpeaksHttps() throws Exception {
    Route hello = Route.get("/", Access.OPEN, (request, response) -> response.send("hello"));
    try (HttpServer server =
        HttpServer.start(settings(new Certificate(keystore(), PASSWORD)), List.of(hello))) {
      assertThat(server.address()).isEqualTo("https://localhost:" + server.port());

      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(trusting())
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(server.address())).build(),
                  BodyHandlers.ofString());

      assertThat(answer.body()).isEqualTo("hello");
    }
  }

  @Test
  void aCertificateThatCannotBeReadIsNamed() {
    Certificate missing = new Certificate(directory.resolve("nothing.p12"), PASSWORD);
    Certificate locked = new Certificate(keystore(), "wrong");

    for (Certificate unusable : List.of(missing, locked)) {
      assertThatThrownBy(() -> HttpServer.start(settings(unusable), List.of()))
          .isInstanceOf(CannotListenException.class)
          .hasMessageContaining(unusable.keystore().toString())
          .hasMessageContaining("tls.password");
    }
  }

  private static HttpSettings settings(Certificate certificate) {
    return new HttpSettings("localhost", 0, certificate, 1000, 10, Duration.ofMinutes(1));
  }

  private static Path keystore() {
    return directory.resolve("server.p12");
  }

  private static SSLContext trusting() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore())) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("bincard", keys.getCertificate("bincard"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
