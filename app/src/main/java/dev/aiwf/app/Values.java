package dev.aiwf.app;

import dev.aiwf.architect.Price;
import dev.aiwf.engine.QuietHours;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a single value means, and what would be right where it means nothing. */
final class Values {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern HOST = Pattern.compile("[\\p{Alnum}._:%\\[\\]-]+");
  private static final Pattern HOURS =
      Pattern.compile("([0-9]{2}:[0-9]{2})\\s*-\\s*([0-9]{2}:[0-9]{2})");

  private static final Pattern MODEL = Pattern.compile("[\\p{Alnum}._:/@+-]{1,200}");
  private static final Pattern PRICE =
      Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)/([0-9]{1,6}(?:\\.[0-9]{1,6})?)");

  private static final int HIGHEST_PORT = 65_535;
  private static final int FEWEST_DAYS = 7;
  private static final int MOST_DAYS = 3_650;

  private Values() {}

  static int port(String value) throws NotRight {
    return number(value, 0, HIGHEST_PORT, "is not a port; a number from 0 to 65535 is.");
  }

  static int days(String value) throws NotRight {
    return number(value, FEWEST_DAYS, MOST_DAYS, "is not a number of days from 7 to 3650.");
  }

  private static int number(String value, int least, int most, String otherwise) throws NotRight {
    if (NUMBER.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new NotRight(Shown.name(value) + " " + otherwise);
  }

  static boolean yes(String value) throws NotRight {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NotRight(Shown.name(value) + " is neither true nor false.");
    };
  }

  /** One of an enum's names, in lower case. */
  static <E extends Enum<E>> E oneOf(Class<E> names, String value) throws NotRight {
    for (E each : names.getEnumConstants()) {
      if (lower(each).equals(value)) {
        return each;
      }
    }
    throw new NotRight(
        "%s is none of %s."
            .formatted(
                Shown.name(value),
                Arrays.stream(names.getEnumConstants())
                    .map(Values::lower)
                    .collect(Collectors.joining(", "))));
  }

  private static String lower(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT);
  }

  static Path path(String value, Path home, Path base) throws NotRight {
    try {
      return value.startsWith("~/") ? home.resolve(value.substring(2)) : base.resolve(value);
    } catch (InvalidPathException e) {
      throw new NotRight(Shown.name(value) + " is not a path.");
    }
  }

  static String host(String value) throws NotRight {
    if (!HOST.matcher(value).matches()) {
      throw new NotRight(
          Shown.name(value)
              + " is not a host; a name or an address is, without http:// before it.");
    }
    return value;
  }

  static String web(String value) throws NotRight {
    try {
      URI uri = new URI(value);
      if (uri.getHost() != null
          && uri.getUserInfo() == null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return value;
      }
    } catch (URISyntaxException e) {
      // Told below, in the same words as an address of another kind.
    }
    throw new NotRight(
        "This is not an address of the web; one begins with https:// and a host, and holds no"
            + " password.");
  }

  /** Where a WebSocket is opened. */
  static String socket(String value) throws NotRight {
    if (!value.matches("wss?://[\\p{Alnum}.:\\[\\]-]+(/[^\\s@]*)?")) {
      throw new NotRight(
          "This is not an address of a socket; one begins with wss:// and a host, and holds no"
              + " password.");
    }
    return value;
  }

  static String person(String value) throws NotRight {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new NotRight(Shown.name(value) + " is not a name; it holds a control character.");
    }
    return value;
  }

  static ZoneId zone(String value) throws NotRight {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw new NotRight(Shown.name(value) + " is not a time zone; Europe/Berlin is one.");
    }
  }

  static QuietHours hours(String value, ZoneId zone) throws NotRight {
    var hours = HOURS.matcher(value);
    if (hours.matches()) {
      try {
        LocalTime from = LocalTime.parse(hours.group(1));
        LocalTime until = LocalTime.parse(hours.group(2));
        if (from.equals(until)) {
          throw new NotRight(
              Shown.name(value) + " ends when it begins; leave it out where no hours are quiet.");
        }
        return new QuietHours(from, until, zone);
      } catch (DateTimeException e) {
        // Told below: 25:00 looks like a time and is none.
      }
    }
    throw new NotRight(
        Shown.name(value) + " is not two times of day such as 20:00-08:00, from 00:00 to 23:59.");
  }

  /** What is no single word would spoil every request's header. */
  static String token(String value) throws NotRight {
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new NotRight("The secret should be a single word without spaces or special letters.");
    }
    return value;
  }

  /** Tokens by their hosts. */
  static Map<String, String> tokens(String value) throws NotRight {
    Map<String, String> tokens = new HashMap<>();
    for (String each : value.strip().split("[\\s,]+", -1)) {
      int equals = each.indexOf('=');
      if (equals <= 0
          || equals == each.length() - 1
          || !HOST.matcher(each.substring(0, equals)).matches()) {
        throw new NotRight(
            "The secret should be a host, an equals sign and its token, such as github.com=…, with"
                + " a space before the next one.");
      }
      tokens.put(
          each.substring(0, equals).toLowerCase(Locale.ROOT), token(each.substring(equals + 1)));
    }
    return tokens;
  }

  static String modelName(String value) throws NotRight {
    if (!MODEL.matcher(value).matches()) {
      throw new NotRight(
          Shown.name(value) + " is not what a model is called: a single word, such as fake-1.");
    }
    return value;
  }

  static String appToken(String value) throws NotRight {
    if (!value.startsWith("xapp-")) {
      throw new NotRight("This is not an app-level token; one begins with xapp-.");
    }
    return token(value);
  }

  /** A place of Slack's or Discord's, or all of a surface. */
  static String place(String value) throws NotRight {
    if (!value.matches("slack|discord|console|[CGT][A-Z0-9]{1,30}|[0-9]{15,20}")) {
      throw new NotRight(
          Shown.name(value)
              + " is no place; one is like C0123ABCD in Slack, like 1084512345678901234 in Discord,"
              + " or slack, discord or console for all of it.");
    }
    return value;
  }

  static String slackChannel(String value) throws NotRight {
    if (!value.matches("[CGD][A-Z0-9]{1,30}")) {
      throw new NotRight(
          Shown.name(value)
              + " is not a channel's id; one is like C0123ABCD and stands at the end of the"
              + " channel's details.");
    }
    return value;
  }

  /** Fewer would not do for a single answer. */
  static long tokenCount(String value) throws NotRight {
    String plain = value.replace("_", "").replace(",", "");
    if (!plain.matches("\\d{1,12}") || Long.parseLong(plain) < 10_000) {
      throw new NotRight(
          Shown.name(value) + " is not how many tokens there are: a number from 10000 on.");
    }
    return Long.parseLong(plain);
  }

  static Price price(String value) throws NotRight {
    var price = PRICE.matcher(value);
    if (!price.matches()) {
      throw new NotRight(
          Shown.name(value)
              + " is not what a model costs; 2/8 is: dollars for a million tokens read, and for a"
              + " million written.");
    }
    return new Price(new BigDecimal(price.group(1)), new BigDecimal(price.group(2)));
  }

  static String botToken(String value) throws NotRight {
    if (!value.contains("xoxb-")) {
      throw new NotRight("This is not a bot's token; one begins with xoxb-.");
    }
    return token(value);
  }
}
