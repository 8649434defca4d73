package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSession;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * Talks ssh to one host under a number that was looked up before. The host's key is checked under
 * its name.
 */
final class PinnedSsh extends SshSessionFactory implements AutoCloseable {

  private final Address address;
  private final Allowance allowance;
  private final HostKeys hostKeys;
  private final SshFactory factory;

  PinnedSsh(GitSettings settings, Address address, Path nobody, Allowance allowance)
      throws NotEver {
    Path known =
        settings
            .knownHosts()
            .orElseThrow(() ->
                new NotEver(
                    ("Nobody said how to know %s. Put its key into a file (ssh-keyscan %s shows it;"
                            + " compare it with what the host publishes) and name the file in"
                            + " AIWF_REPOSITORY_KNOWN_HOSTS.")
                        .formatted(address.host(), address.host())));
    Path key =
        settings
            .key()
            .orElseThrow(() ->
                new NotEver(
                    "%s is opened with a key, and none is set: see AIWF_REPOSITORY_KEY_FILE."
                        .formatted(address)));
    Iterable<KeyPair> pairs = SshKey.read(key);
    this.address = address;
    this.allowance = allowance;
    this.hostKeys = new HostKeys(address, known);
    try {
      Files.createDirectories(nobody);
    } catch (IOException e) {
      throw new NotEver("The folder for linked repositories can't be written.", e);
    }
    this.factory = new SshFactory(nobody, pairs, hostKeys);
  }

  /** The address with a number in the place of the name. */
  URIish uri(InetAddress number) {
    URIish uri =
        new URIish()
            .setScheme("ssh")
            .setHost(number.getHostAddress().replaceAll("%.*", ""))
            .setPath(address.path());
    if (address.port() != 0) {
      uri = uri.setPort(address.port());
    }
    return address.user() == null ? uri : uri.setUser(address.user());
  }

  /** Why the host was not believed; none if it was. */
  @Nullable IOException refusal() {
    return hostKeys.refusal();
  }

  @Override
  public RemoteSession getSession(URIish uri, CredentialsProvider none, FS fs, int millis)
      throws TransportException {
    SshdSession session =
        factory.getSession(uri, none, fs, Math.toIntExact(allowance.limits().connect().toMillis()));
    return new CountedSession(session, allowance);
  }

  @Override
  public void releaseSession(RemoteSession session) {
    session.disconnect();
  }

  @Override
  public String getType() {
    return "pinned";
  }

  @Override
  public void close() {
    factory.close();
  }
}
