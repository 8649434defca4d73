package dev.aiwf.knowledge.client;

import dev.aiwf.core.rules.Clean;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody else's text, short and on one line, with nothing in it that can't be seen. */
final class Plain {

  private static final int TITLE = 140;
  private static final int TEXT = 240;
  private static final int SOURCE = 200;
  private static final int LINE = 2_000;
  private static final int ADDRESS = 1_000;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{0,119}");
  private static final Pattern END = Pattern.compile("[.,:;!?…]$");
  private static final Set<String> WEB = Set.of("http", "https");

  private Plain() {}

  static String title(String text) {
    return cut(text, TITLE);
  }

  /** Each line ends somehow, for on one line the entries of a list would run into each other. */
  static String text(String text) {
    StringBuilder joined = new StringBuilder();
    for (String line : text.substring(0, Math.min(text.length(), 4 * TEXT)).lines().toList()) {
      if (!joined.isEmpty() && !line.isBlank()) {
        joined.append(END.matcher(joined).find() ? " " : "; ");
      }
      joined.append(line.strip());
    }
    return cut(joined.toString(), TEXT);
  }

  /** A line of a whole item. */
  static String line(String text) {
    return cut(text, LINE);
  }

  static String source(String title, String section) {
    return cut(section.isBlank() ? title : title + ", " + section, SOURCE);
  }

  /** Ids stand in addresses, documents and buttons. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** An address of the web that can be shown as a link; none if it is something else. */
  static @Nullable String address(String address) {
    try {
      URI uri = new URI(address);
      return address.length() <= ADDRESS
              && uri.getScheme() != null
              && WEB.contains(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null
          ? uri.toASCIIString()
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** At the end of a word, if there is one in sight. */
  private static String cut(String text, int most) {
    // Cleaning looks at every character, of which a server may send a million.
    String line = Clean.line(text.substring(0, Math.min(text.length(), 4 * most)));
    if (line.length() <= most) {
      return line;
    }
    int space = line.lastIndexOf(' ', most - 1);
    return space > most / 2 ? line.substring(0, space) + "…" : Clean.shortened(line, most);
  }
}
