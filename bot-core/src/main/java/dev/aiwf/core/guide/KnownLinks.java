package dev.aiwf.core.guide;

import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import java.util.List;

/**
 * The addresses that an answer of the architect may lead to: sources that came back, the project's
 * own repository, and what people wrote themselves. Any other could carry away what it was told.
 */
final class KnownLinks {

  private KnownLinks() {}

  static boolean knows(Sidecar sidecar, List<String> written, String address) {
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      return false;
    }
    return written.contains(address) || isSource(sidecar, address) || isOurs(sidecar, address);
  }

  private static boolean isSource(Sidecar sidecar, String address) {
    return sidecar.findings().items().values().stream()
        .map(Finding::address)
        .anyMatch(address::equals);
  }

  /** Files of it, and no query in which something could be carried. */
  private static boolean isOurs(Sidecar sidecar, String address) {
    Repository.Place place = sidecar.repository().place();
    if (place == null || address.contains("?") || address.contains("..")) {
      return false;
    }
    String repository = place.address().replaceFirst("\\.git/?$", "");
    return repository.startsWith("https://")
        && (address.equals(repository) || address.startsWith(repository + "/"));
  }
}
