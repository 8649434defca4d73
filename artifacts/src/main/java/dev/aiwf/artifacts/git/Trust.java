package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed. */
final class Trust {

  private Trust() {}

  /** Those that Java trusts, and those in a file of the operator's. */
  static X509TrustManager of(Optional<Path> file) throws NotEver {
    try {
      X509TrustManager usual = manager(null);
      if (file.isEmpty()) {
        return usual;
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate each : usual.getAcceptedIssuers()) {
        add(store, each);
      }
      try (InputStream in = Files.newInputStream(file.get())) {
        for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          add(store, each);
        }
      }
      return manager(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new NotEver(
          "The file that AIWF_REPOSITORY_CERTIFICATES names can't be read as certificates in PEM"
              + " form.",
          e);
    }
  }

  private static void add(KeyStore store, Certificate certificate) throws GeneralSecurityException {
    store.setCertificateEntry("ca-" + store.size(), certificate);
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static SSLSocketFactory sockets(X509TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }
}
