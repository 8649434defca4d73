package dev.aiwf.artifacts.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator allows and gives for repositories that are linked.
 *
 * @param bot this installation's id, by which two of them on one repository notice each other
 * @param allowsLocal whether {@code file://} addresses may be linked
 * @param allowsPrivate whether hosts inside the network may be linked
 * @param hosts the only hosts that may be linked; any if there are none
 * @param tokens what opens repositories over https, by host
 * @param key the file that holds the private key for ssh
 * @param knownHosts the file that names the hosts' keys for ssh
 * @param certificates a file of certificates to trust besides those that Java trusts
 */
public record GitSettings(
    String bot,
    boolean allowsLocal,
    boolean allowsPrivate,
    List<String> hosts,
    Map<String, String> tokens,
    Optional<Path> key,
    Optional<Path> knownHosts,
    Optional<Path> certificates) {

  public GitSettings {
    hosts = List.copyOf(hosts);
    tokens = Map.copyOf(tokens);
  }

  /** Settings that give nothing away and allow what needs nothing. */
  public static GitSettings of(String bot) {
    return new GitSettings(
        bot,
        false,
        false,
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same for an installation of that id. */
  public GitSettings as(String installation) {
    return new GitSettings(
        installation, allowsLocal, allowsPrivate, hosts, tokens, key, knownHosts, certificates);
  }

  /** Settings may be printed; secrets are not. */
  @Override
  public String toString() {
    return "GitSettings[" + bot + "]";
  }
}
