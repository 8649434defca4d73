package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** The one way to another machine's repositories: what is allowed, with the credentials for it. */
final class Access {

  /** What is said over a connection. */
  @FunctionalInterface
  interface Talk<T> {
    T over(Transport transport) throws IOException, NotNow, NotEver;
  }

  private final GitSettings settings;
  private final Reach reach;
  private final Limits limits;
  private final InstantSource clock;
  private final Path nobody;

  /**
   * Reaches out as the settings allow.
   *
   * @param nobody a folder that takes the place of a home, so that nobody's is read
   */
  Access(GitSettings settings, Reach reach, Limits limits, InstantSource clock, Path nobody) {
    this.settings = settings;
    this.reach = reach;
    this.limits = limits;
    this.clock = clock;
    this.nobody = nobody;
  }

  /** An address that may be talked to. */
  Address checked(String text) throws NotEver {
    Address address = Address.of(text);
    reach.check(address);
    return address;
  }

  /** What a host said, fit to be shown. */
  String quoted(Address address, String said) {
    return troubles(address).quoted(said);
  }

  private Troubles troubles(Address address) {
    String token =
        address.scheme() == Address.Scheme.HTTPS ? settings.tokens().get(address.host()) : null;
    return new Troubles(
        address, token == null ? Set.of() : Set.of(token.substring(token.indexOf(':') + 1)));
  }

  <T> T talk(Repository mirror, Address address, Talk<T> talk) throws NotNow, NotEver {
    reach.check(address);
    return switch (address.scheme()) {
      case FILE -> local(mirror, address, talk);
      case HTTPS -> https(mirror, address, talk);
      case SSH -> ssh(mirror, address, talk);
    };
  }

  private <T> T local(Repository mirror, Address address, Talk<T> talk) throws NotNow, NotEver {
    Path folder = Path.of(address.path());
    if (!Files.isDirectory(folder)) {
      throw new NotEver("There is no repository at %s.".formatted(address));
    }
    Troubles troubles = troubles(address);
    try (Transport transport = Transport.open(mirror, new URIish().setPath(folder.toString()))) {
      if (hasHooks(folder)) {
        // JGit would write past them.
        transport.setOptionReceivePack("git --no-pager receive-pack");
      }
      return talk.over(transport);
    } catch (IOException e) {
      throw told(troubles, e, 0);
    }
  }

  private static boolean hasHooks(Path folder) {
    Path git = Files.isDirectory(folder.resolve(".git")) ? folder.resolve(".git") : folder;
    return List.of("pre-receive", "update", "post-receive", "post-update", "reference-transaction")
        .stream()
        .anyMatch(hook -> Files.isExecutable(git.resolve("hooks").resolve(hook)));
  }

  private <T> T https(Repository mirror, Address address, Talk<T> talk) throws NotNow, NotEver {
    String token = settings.tokens().get(address.host());
    Troubles troubles = troubles(address);
    try (PinnedHttp http =
        new PinnedHttp(
            address,
            reach.numbers(address.host()),
            Trust.of(settings.certificates()),
            new Allowance(limits, clock))) {
      try (Transport transport = Transport.open(mirror, new URIish(address.toString()))) {
        TransportHttp over = (TransportHttp) transport;
        over.setHttpConnectionFactory(http);
        if (token != null) {
          int colon = token.indexOf(':');
          over.setPreemptiveBasicAuthentication(
              colon < 0 ? "x-access-token" : token.substring(0, colon), token.substring(colon + 1));
        }
        return talk.over(transport);
      } catch (IOException | URISyntaxException e) {
        throw told(troubles, e instanceof IOException io ? io : new IOException(e), http.status());
      }
    }
  }

  private <T> T ssh(Repository mirror, Address address, Talk<T> talk) throws NotNow, NotEver {
    Troubles troubles = troubles(address);
    List<InetAddress> numbers = reach.numbers(address.host());
    try (PinnedSsh ssh = new PinnedSsh(settings, address, nobody, new Allowance(limits, clock))) {
      try (Transport transport = Transport.open(mirror, ssh.uri(numbers.getFirst()))) {
        ((SshTransport) transport).setSshSessionFactory(ssh);
        transport.setTimeout(Math.toIntExact(limits.silence().toSeconds()));
        return talk.over(transport);
      } catch (IOException e) {
        throw told(troubles, ssh.refusal() == null ? e : ssh.refusal(), 0);
      }
    }
  }

  /** Throws; the compiler is told that it does. */
  private static IllegalStateException told(Troubles troubles, IOException e, int status)
      throws NotNow, NotEver {
    troubles.tell(e, status);
    return new IllegalStateException(e);
  }
}
