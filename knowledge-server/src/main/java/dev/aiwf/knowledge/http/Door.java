package dev.aiwf.knowledge.http;

import dev.aiwf.knowledge.tools.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in. A page in a browser can have its own name lead to this machine and ask here with
 * what is trusted here; {@code Host} and {@code Origin} give it away. Whoever comes from elsewhere
 * shows a key.
 */
public final class Door {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> SIGNS_OF_A_PROXY = Set.of("forwarded", "via", "x-real-ip");
  private static final String BEARER = "bearer ";

  private final Set<String> names = new TreeSet<>(LOOPBACK);
  private final boolean trustsLoopback;
  private final Optional<String> key;

  /**
   * A door.
   *
   * @param hosts the names that this server answers to beside loopback's
   * @param trustsLoopback whether programs on this machine need no key
   * @param key what all others must show; without one, they stay outside
   */
  public Door(Set<String> hosts, boolean trustsLoopback, Optional<String> key) {
    hosts.forEach(host -> names.add(nameOf(host)));
    this.trustsLoopback = trustsLoopback;
    this.key = key;
  }

  /** Why a request stays outside; none if it is let in. */
  Optional<Answer.Failed> refuses(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host == null || !names.contains(nameOf(host))) {
      return refusal(
          Answer.Code.FORBIDDEN,
          "This server does not answer to that name. If it should, add the name to its hosts.");
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !host.equalsIgnoreCase(authority(origin))) {
      return refusal(Answer.Code.FORBIDDEN, "This came from a page of another site.");
    }
    if (isTrusted(request) || hasKey(request)) {
      return Optional.empty();
    }
    return refusal(
        Answer.Code.UNAUTHORIZED,
        "From another machine, or through a proxy, this takes the server's key, as"
            + " \"Authorization: Bearer …\". Whoever runs the server sets one and tells it:"
            + " AIWF_KNOWLEDGE_KEY for the bot, --key-file for a knowledge base of its own.");
  }

  /** Whether a request comes from a program on this machine, and those are trusted. */
  boolean isTrusted(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return trustsLoopback && host != null && isNeighbour(request, host);
  }

  private static Optional<Answer.Failed> refusal(Answer.Code code, String message) {
    return Optional.of(Answer.Failed.of(code, message));
  }

  /** Compared in the same time whatever was sent. */
  private boolean hasKey(HttpServletRequest request) {
    String sent = request.getHeader("Authorization");
    if (key.isEmpty() || sent == null || !sent.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return false;
    }
    return MessageDigest.isEqual(
        sent.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
        key.get().getBytes(StandardCharsets.UTF_8));
  }

  /** A proxy on this machine is a neighbour too, but those behind it are not. */
  private static boolean isNeighbour(HttpServletRequest request, String host) {
    return LOOPBACK.contains(nameOf(host))
        && isLoopback(request.getRemoteAddr())
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

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getRawAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
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
