package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a linked repository is: checked, and with nothing in it that a program could take for
 * something else.
 *
 * @param host in lower case, without brackets; empty for a folder of this machine
 * @param port 0 for the usual one
 * @param path as it is given to the host, beginning with a slash unless it is relative there
 */
record Address(Scheme scheme, @Nullable String user, String host, int port, String path) {

  enum Scheme {
    HTTPS,
    SSH,
    FILE
  }

  private static final int LONGEST = 500;
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
  private static final Pattern NUMBERS = Pattern.compile("[0-9A-Fa-f:.]+");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
  private static final Pattern SHORT = Pattern.compile("(?:([^@:/]+)@)?([^@:/\\[\\]]+):([^:].*)");

  /** Reads an address, or says what is wrong with it. */
  static Address of(String text) throws NotEver {
    String given = text.strip();
    if (given.isEmpty()
        || given.length() > LONGEST
        || given.startsWith("-")
        || !given.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')) {
      throw no("an address is one word of plain letters, such as https://github.com/acme/bot");
    }
    Matcher brief = SHORT.matcher(given);
    // Without a user or a dot it could be a scheme just as well as a host.
    return brief.matches()
            && !given.contains("://")
            && (brief.group(1) != null || brief.group(2).contains("."))
        ? checked(new Address(Scheme.SSH, brief.group(1), lower(brief.group(2)), 0, brief.group(3)))
        : full(given);
  }

  private static Address full(String given) throws NotEver {
    URI uri;
    try {
      uri = new URI(given);
    } catch (URISyntaxException e) {
      throw no("it can't be read");
    }
    if (uri.isOpaque() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw no("nothing may stand after the repository's name");
    }
    String scheme = uri.getScheme() == null ? "" : lower(uri.getScheme());
    String user = uri.getRawUserInfo();
    if (user != null && (scheme.equals("https") || user.contains(":"))) {
      throw no(
          "it holds credentials. Take them out, revoke them, and set them up as docs/repository.md"
              + " says");
    }
    String host = uri.getHost() == null ? "" : lower(uri.getHost()).replaceAll("[\\[\\]]", "");
    int port = Math.max(uri.getPort(), 0);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
    if (uri.getPath() != null && uri.getPath().chars().anyMatch(Character::isISOControl)) {
      throw no("it holds a control character");
    }
    return checked(
        switch (scheme) {
          case "https" -> new Address(Scheme.HTTPS, null, host, port == 443 ? 0 : port, path);
          case "ssh" -> new Address(Scheme.SSH, user, host, port == 22 ? 0 : port, path);
          case "file" -> local(uri, host, path);
          default ->
              throw no("https://… and ssh://… are supported, and git@host:path, which is ssh");
        });
  }

  private static Address local(URI uri, String host, String path) throws NotEver {
    if (!host.isEmpty() || uri.getRawAuthority() != null) {
      throw no("a folder of this machine has three slashes, such as file:///srv/git/bot.git");
    }
    return new Address(Scheme.FILE, null, "", 0, path);
  }

  private static Address checked(Address address) throws NotEver {
    boolean numbers = NUMBERS.matcher(address.host).matches() && address.host.contains(":");
    if (address.scheme != Scheme.FILE && !numbers && !NAME.matcher(address.host).matches()) {
      throw no("it names no host");
    }
    if (address.user != null && !USER.matcher(address.user).matches()) {
      throw no("its user is no name");
    }
    if (address.port > 65_535) {
      throw no("its port is none");
    }
    String bare = address.path.startsWith("/") ? address.path.substring(1) : address.path;
    if (bare.isEmpty()
        || Arrays.stream(bare.split("/", -1))
            .anyMatch(part ->
                part.isEmpty() || part.equals(".") || part.equals("..") || part.startsWith("-"))
        || bare.matches("(?i).*%(2e|2f|5c|00).*")) {
      throw no("it names no repository");
    }
    return address;
  }

  /** As people write it, and the same for all ways of writing it. */
  @Override
  public String toString() {
    String at = (user == null ? "" : user + "@") + shownHost() + (port == 0 ? "" : ":" + port);
    return switch (scheme) {
      case HTTPS -> "https://" + at + path;
      case SSH -> path.startsWith("/") ? "ssh://" + at + path : at + ":" + path;
      case FILE -> "file://" + path;
    };
  }

  /** The same without {@code .git} at its end, to open in a browser; none for other schemes. */
  @Nullable String page() {
    return scheme == Scheme.HTTPS ? toString().replaceAll("\\.git$", "") : null;
  }

  private String shownHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static NotEver no(String why) {
    // What is wrong with it may be a password, so it is not repeated.
    return new NotEver(
        "That repository's address can't be used: %s. Nothing was contacted.".formatted(why));
  }
}
