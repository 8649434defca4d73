package dev.aiwf.app;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a database's address. By hand, for java.net.URI and the driver quote what they refuse, and
 * it holds a password; no sentence here quotes any of it.
 */
final class DatabaseUrl {

  private static final Pattern SHAPE =
      Pattern.compile("(?:jdbc:)?postgres(?:ql)?://([^/?]*)(?:/([^?]*))?(?:\\?(.*))?");
  private static final Pattern HOST =
      Pattern.compile("([\\p{Alnum}._-]+|\\[[\\p{XDigit}:.%]+])(?::([0-9]{1,5}))?");
  private static final int HIGHEST_PORT = 65_535;
  private static final String ENCODE =
      " A / ? # % or @ in user or password is written as %2F %3F %23 %25 %40.";

  private Optional<String> user = Optional.empty();
  private Optional<String> password = Optional.empty();
  private final List<String> parameters = new ArrayList<>();

  private DatabaseUrl() {}

  static Database read(String text) throws NotRight {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new NotRight(
          "This is not a PostgreSQL address; postgresql://user:password@host:port/database is"
              + " one.");
    }
    String database = parts.group(2);
    if (database == null || database.isEmpty() || database.contains("/")) {
      throw new NotRight("This address should name one database, after host and /." + ENCODE);
    }
    String authority = parts.group(1);
    DatabaseUrl read = new DatabaseUrl();
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      read.credentials(authority.substring(0, at));
    }
    String hosts = authority.substring(at + 1);
    hosts(hosts);
    decoded(database);
    if (parts.group(3) != null) {
      read.parameters(parts.group(3));
    }
    String query = read.parameters.isEmpty() ? "" : "?" + String.join("&", read.parameters);
    return new Database(
        "jdbc:postgresql://" + hosts + "/" + database + query, read.user, read.password);
  }

  private void credentials(String credentials) throws NotRight {
    int colon = credentials.indexOf(':');
    user = some(decoded(colon < 0 ? credentials : credentials.substring(0, colon)));
    password = colon < 0 ? Optional.empty() : some(decoded(credentials.substring(colon + 1)));
  }

  private static void hosts(String hosts) throws NotRight {
    for (String each : hosts.split(",", -1)) {
      Matcher host = HOST.matcher(each);
      if (!host.matches()) {
        throw new NotRight("This address has no host:port that can be read." + ENCODE);
      }
      String port = host.group(2);
      if (port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > HIGHEST_PORT)) {
        throw new NotRight("The port in this address is not a number from 1 to 65535.");
      }
    }
  }

  /** The driver takes user and password from here too; they are kept apart all the same. */
  private void parameters(String query) throws NotRight {
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw new NotRight("What follows the ? in this address should be name=value&name=value.");
      }
      Optional<String> value = some(decoded(parameter.substring(equals + 1)));
      switch (parameter.substring(0, equals)) {
        case "user" -> user = once(user, value);
        case "password" -> password = once(password, value);
        default -> parameters.add(parameter);
      }
    }
  }

  private static Optional<String> once(Optional<String> already, Optional<String> value)
      throws NotRight {
    if (already.isPresent()) {
      throw new NotRight("This address gives user or password twice.");
    }
    return value;
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A plus is itself here; the decoder would make a space of it. */
  private static String decoded(String text) throws NotRight {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new NotRight("There is a % in this address that does not encode anything." + ENCODE);
    }
  }
}
