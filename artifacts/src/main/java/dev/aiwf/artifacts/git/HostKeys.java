package dev.aiwf.artifacts.git;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/** Knows a host by the operator's file, under its name though it is called by its number. */
final class HostKeys {

  private final Address address;
  private final Path file;
  private volatile @Nullable Refused refusal;

  HostKeys(Address address, Path file) {
    this.address = address;
    this.file = file;
  }

  Path file() {
    return file;
  }

  @Nullable Refused refusal() {
    return refusal;
  }

  ServerKeyDatabase over(ServerKeyDatabase known) {
    return new ServerKeyDatabase() {
      @Override
      public List<PublicKey> lookup(String called, InetSocketAddress number, Configuration set) {
        return known.lookup(name(), number, strict(set));
      }

      @Override
      public boolean accept(
          String called,
          InetSocketAddress number,
          PublicKey key,
          Configuration set,
          @Nullable CredentialsProvider none) {
        boolean accepted = known.accept(name(), number, key, strict(set), none);
        if (!accepted) {
          boolean strange = known.lookup(name(), number, strict(set)).isEmpty();
          refusal = Refused.forGood(strange ? unknown(key) : changed(key));
        }
        return accepted;
      }
    };
  }

  private String name() {
    int port = address.port() == 0 ? 22 : address.port();
    return "[" + address.host() + "]:" + port;
  }

  /** As a line of the file begins. */
  private String entry() {
    return address.port() == 0 ? address.host() : name();
  }

  private String unknown(PublicKey key) {
    return ("The key that %s shows is not known: %s. If the host publishes the same, add this line"
            + " to the file that AIWF_REPOSITORY_KNOWN_HOSTS names: %s %s")
        .formatted(
            address.host(), KeyUtils.getFingerPrint(key), entry(), PublicKeyEntry.toString(key));
  }

  private String changed(PublicKey key) {
    return ("%s shows another key than the one that is known: %s. Somebody may be in between;"
            + " nothing was sent. If the host has changed its key, change it in the file that"
            + " AIWF_REPOSITORY_KNOWN_HOSTS names.")
        .formatted(address.host(), KeyUtils.getFingerPrint(key));
  }

  private static ServerKeyDatabase.Configuration strict(ServerKeyDatabase.Configuration set) {
    return new ServerKeyDatabase.Configuration() {
      @Override
      public List<String> getUserKnownHostsFiles() {
        return List.of();
      }

      @Override
      public List<String> getGlobalKnownHostsFiles() {
        return List.of();
      }

      @Override
      public StrictHostKeyChecking getStrictHostKeyChecking() {
        return StrictHostKeyChecking.REQUIRE_MATCH;
      }

      @Override
      public boolean getHashKnownHosts() {
        return false;
      }

      @Override
      public String getUsername() {
        return set.getUsername();
      }
    };
  }
}
