package dev.aiwf.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator set, checked.
 *
 * @param data where everything is kept
 * @param host what to bind to
 * @param port the port; 0 for any
 * @param hosts more names it answers to
 * @param trustsLoopback whether people on this machine are taken at their word
 * @param person who the sign-in link is for
 * @param packs the folders that hold workflows
 * @param slack what is set for Slack, if it is
 */
record Settings(
    Path data,
    String host,
    int port,
    List<String> hosts,
    boolean trustsLoopback,
    String person,
    List<Path> packs,
    Optional<Slack> slack) {

  private static final int HIGHEST_PORT = 65_535;

  /** What Slack needs. */
  record Slack(String botToken, String signingSecret, Optional<String> apiUrl) {

    /** Settings may be printed; secrets are not. */
    @Override
    public String toString() {
      return "Slack[" + apiUrl.orElse("") + "]";
    }
  }

  /** A setting is wrong; the message names it and says what would be right. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(Setting setting, String sentence) {
      super(setting.key() + ": " + sentence);
    }
  }

  /**
   * Reads what is set.
   *
   * @param environment the variables
   * @param system the JVM's properties, for what holds when nothing is set
   */
  static Settings from(Map<String, String> environment, Map<String, String> system) throws Wrong {
    // As the shell has it: Java takes it from the list of users, whatever HOME says.
    Path home = Path.of(environment.getOrDefault("HOME", system.getOrDefault("user.home", ".")));
    Path checkout = Path.of(system.getOrDefault("aiwf.home", "."));
    Optional<String> packs = value(environment, Setting.PACKS);
    return new Settings(
        path(Setting.DATA, value(environment, Setting.DATA), home, home.resolve(".aiwf")),
        value(environment, Setting.HOST).orElse("localhost"),
        port(value(environment, Setting.PORT).orElse("8787")),
        value(environment, Setting.HOSTS).map(Settings::parts).orElse(List.of()),
        yes(Setting.TRUST_LOOPBACK, value(environment, Setting.TRUST_LOOPBACK).orElse("true")),
        value(environment, Setting.PERSON)
            .orElseGet(() -> system.getOrDefault("user.name", "owner")),
        packs.isPresent() ? paths(Setting.PACKS, parts(packs.get()), home) : List.of(checkout),
        slack(environment));
  }

  private static Optional<String> value(Map<String, String> environment, Setting setting) {
    return Optional.ofNullable(environment.get(setting.key()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static List<String> parts(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  private static List<Path> paths(Setting setting, List<String> parts, Path home) throws Wrong {
    List<Path> paths = new ArrayList<>();
    for (String part : parts) {
      paths.add(path(setting, Optional.of(part), home, home));
    }
    return List.copyOf(paths);
  }

  private static Path path(Setting setting, Optional<String> value, Path home, Path otherwise)
      throws Wrong {
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return value.get().startsWith("~/")
          ? home.resolve(value.get().substring(2))
          : Path.of(value.get());
    } catch (InvalidPathException e) {
      throw new Wrong(setting, "\"%s\" is not a path.".formatted(value.get()));
    }
  }

  private static boolean yes(Setting setting, String value) throws Wrong {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Wrong(setting, "\"%s\" is neither true nor false.".formatted(value));
    };
  }

  private static int port(String value) throws Wrong {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below, in the same words as a number out of range.
    }
    throw new Wrong(
        Setting.PORT, "\"%s\" is not a port; a number from 0 to 65535 is.".formatted(value));
  }

  private static Optional<Slack> slack(Map<String, String> environment) throws Wrong {
    Optional<String> token = value(environment, Setting.SLACK_BOT_TOKEN);
    Optional<String> secret = value(environment, Setting.SLACK_SIGNING_SECRET);
    if (token.isEmpty() && secret.isEmpty()) {
      return Optional.empty();
    }
    if (token.isEmpty()) {
      throw new Wrong(Setting.SLACK_BOT_TOKEN, "is missing, while SLACK_SIGNING_SECRET is set.");
    }
    if (secret.isEmpty()) {
      throw new Wrong(Setting.SLACK_SIGNING_SECRET, "is missing, while SLACK_BOT_TOKEN is set.");
    }
    return Optional.of(
        new Slack(token.get(), secret.get(), value(environment, Setting.SLACK_API_URL)));
  }
}
