package dev.aiwf.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a request comes from this very machine. A proxy on the same machine does too, so any sign
 * of one ends the trust: better to ask for a token too often than to take the world for a
 * neighbour.
 */
final class Loopback {

  private static final Set<String> SIGNS_OF_A_PROXY =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "x-client-ip",
          "true-client-ip",
          "cf-connecting-ip",
          "fastly-client-ip",
          "x-proxyuser-ip",
          "x-original-host");

  private Loopback() {}

  static boolean vouchesFor(HttpServletRequest request) {
    // Browsers and programs of today speak 1.1; HTTP/1.0 is what a proxy that says nothing speaks.
    return !"HTTP/1.0".equals(request.getProtocol())
        && isLoopback(request.getRemoteAddr())
        && Hosts.addressedToLoopback(request)
        && Collections.list(request.getHeaderNames()).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .noneMatch(name -> SIGNS_OF_A_PROXY.contains(name) || name.startsWith("x-forwarded"));
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
