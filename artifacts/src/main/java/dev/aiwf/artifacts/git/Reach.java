package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which hosts may be talked to. A name is looked up once, and what comes back is what is connected
 * to: a name that answers otherwise a moment later leads nowhere else.
 */
final class Reach {

  /** Looks up a host's numbers. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private final GitSettings settings;
  private final Lookup lookup;

  Reach(GitSettings settings, Lookup lookup) {
    this.settings = settings;
    this.lookup = lookup;
  }

  /** Refuses what no look-up is needed to refuse. */
  void check(Address address) throws NotEver {
    if (address.scheme() == Address.Scheme.FILE) {
      if (!settings.allowsLocal()) {
        throw new NotEver(
            "Folders of this machine may not be linked here. Whoever runs aiwf can allow it with"
                + " AIWF_REPOSITORY_ALLOW_LOCAL=true.");
      }
    } else if (!settings.hosts().isEmpty()
        && settings.hosts().stream().noneMatch(address.host()::equalsIgnoreCase)) {
      throw new NotEver(
          "Repositories at %s may not be linked here; at %s they may. Whoever runs aiwf can add it to AIWF_REPOSITORY_HOSTS."
              .formatted(address.host(), String.join(", ", settings.hosts())));
    }
  }

  /** The numbers to connect to. */
  List<InetAddress> numbers(String host) throws NotNow, NotEver {
    List<InetAddress> numbers;
    try {
      numbers = List.of(lookup.of(host));
    } catch (UnknownHostException e) {
      throw new NotNow("The host %s can't be found just now.".formatted(host), e);
    }
    if (!settings.allowsPrivate() && numbers.stream().anyMatch(Reach::isInside)) {
      throw new NotEver(
          "%s is inside this network, and repositories there may not be linked. Whoever runs aiwf can allow it with AIWF_REPOSITORY_ALLOW_PRIVATE=true."
              .formatted(host));
    }
    return numbers;
  }

  /** Whether a number is none of the public internet. */
  static boolean isInside(InetAddress number) {
    byte[] b = number.getAddress();
    if (number.isLoopbackAddress()
        || number.isSiteLocalAddress()
        || number.isLinkLocalAddress()
        || number.isAnyLocalAddress()
        || number.isMulticastAddress()) {
      return true;
    }
    return number instanceof Inet6Address ? isInside6(b) : isInside4(b);
  }

  private static boolean isInside4(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    return first == 0
        || first >= 240
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && b[2] == 0)
        || (first == 198 && (second & 0xfe) == 18);
  }

  /** What is private, and what only carries a number of the other kind. */
  private static boolean isInside6(byte[] b) {
    int first = ((b[0] & 0xff) << 8) | (b[1] & 0xff);
    return (first & 0xfe00) == 0xfc00
        || first == 0x2002
        || first == 0x0064
        || first == 0x0100
        || (first == 0x2001 && b[2] == 0 && b[3] == 0)
        || (first == 0 && Arrays.equals(b, 0, 8, new byte[8], 0, 8));
  }
}
