package dev.aiwf.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which names this server answers to. A page of somebody else's can have its own name lead here,
 * and would then read and send with what the browser trusts here; the {@code Host} header gives it
 * away, and for what changes something the {@code Origin} header does.
 */
public final class Hosts {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private final Set<String> names = new HashSet<>(LOOPBACK);

  /** Answers to loopback's names, to the name it is bound to, and to these. */
  public Hosts(String bound, Set<String> more) {
    names.add(nameOf(bound));
    more.forEach(name -> names.add(nameOf(name)));
  }

  /** Why a request is turned away whoever sent it; none if it is let in. */
  public Optional<String> turnedAway(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host == null || !names.contains(nameOf(host))) {
      return Optional.of(
          "This server does not answer to that name. If it should, add the name to its hosts.");
    }
    return HARMLESS.contains(request.getMethod()) || sameOrigin(request, host)
        ? Optional.empty()
        : Optional.of("This came from a page of another site. Nothing changed.");
  }

  /** A program sends neither of these headers; a browser always says where a form came from. */
  private static boolean sameOrigin(HttpServletRequest request, String host) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = request.getHeader("Origin");
    return origin == null || host.equalsIgnoreCase(authority(origin));
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getRawAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether a request was addressed to this machine by one of its own names. */
  static boolean addressedToLoopback(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host != null && isLoopback(host);
  }

  /** Whether a host is this machine by one of its own names, with a port or without. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.contains(nameOf(host));
  }

  private static String nameOf(String authority) {
    String lower = authority.toLowerCase(Locale.ROOT);
    if (lower.startsWith("[")) {
      return lower.substring(0, lower.indexOf(']') + 1);
    }
    // An IPv6 address without brackets, as an address to bind to is written.
    if (lower.indexOf(':') != lower.lastIndexOf(':')) {
      return "[" + lower + "]";
    }
    int colon = lower.indexOf(':');
    return colon < 0 ? lower : lower.substring(0, colon);
  }
}
