package dev.aiwf.app;

import dev.aiwf.artifacts.git.GitSettings;
import dev.aiwf.engine.QuietHours;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that came of reading the settings.
 *
 * @param found what was set, and where
 * @param settings what it means; to be used only if nothing is wrong
 * @param problems what is wrong
 */
record SettingsRead(Found found, Settings settings, List<String> problems) {

  private static final int PORT = 8787;
  private static final int RETENTION_DAYS = 90;

  static SettingsRead from(Map<String, String> environment, Map<String, String> system) {
    // As the shell has it: Java takes it from the list of users, whatever HOME says.
    Path home = Path.of(environment.getOrDefault("HOME", system.getOrDefault("user.home", ".")));
    Found found = Sources.find(environment, home);
    Settings settings = checked(found, system);
    return new SettingsRead(found, settings, found.problems());
  }

  /** The settings, or all that is wrong with them. */
  Settings orWrong() throws Settings.Wrong {
    if (!problems.isEmpty()) {
      throw new Settings.Wrong(problems);
    }
    return settings;
  }

  private static Settings checked(Found found, Map<String, String> system) {
    Checks checks = new Checks(found);
    Path checkout = Path.of(system.getOrDefault("aiwf.home", "."));
    return new Settings(
        checks.data(),
        checks.one(Setting.HOST, "localhost", Values::host),
        checks.one(Setting.PORT, PORT, Values::port),
        checks.each(Setting.HOSTS, List.of(), (value, _) -> Values.host(value)),
        checks.one(Setting.TRUST_LOOPBACK, true, Values::yes),
        checks
            .one(Setting.PERSON, Values::person)
            .orElseGet(() -> system.getOrDefault("user.name", "owner")),
        checks.each(Setting.PACKS, List.of(checkout), checks::path),
        checks.one(Setting.SAMPLE, true, Values::yes),
        checks.one(Setting.DATABASE_URL, DatabaseUrl::read),
        quiet(checks, system),
        Duration.ofDays(checks.one(Setting.RETENTION_DAYS, RETENTION_DAYS, Values::days)),
        logging(checks),
        repositories(checks),
        knowledge(checks, checkout),
        elsewhere(found, checks),
        slack(found, checks),
        found.warnings());
  }

  private static Optional<QuietHours> quiet(Checks checks, Map<String, String> system) {
    Optional<ZoneId> zone = checks.one(Setting.TIME_ZONE, Values::zone);
    ZoneId there = zone.orElseGet(() -> ZoneId.of(system.getOrDefault("user.timezone", "UTC")));
    return checks.one(Setting.QUIET_HOURS, value -> Values.hours(value, there));
  }

  private static Logging logging(Checks checks) {
    return new Logging(
        checks.one(
            Setting.LOG, Logging.USUAL.form(), value -> Values.oneOf(Logging.Form.class, value)),
        checks.one(
            Setting.LOG_LEVEL,
            Logging.USUAL.level(),
            value -> Values.oneOf(Logging.Threshold.class, value)));
  }

  private static GitSettings repositories(Checks checks) {
    return new GitSettings(
        "",
        checks.one(Setting.REPOSITORY_ALLOW_LOCAL, false, Values::yes),
        checks.one(Setting.REPOSITORY_ALLOW_PRIVATE, false, Values::yes),
        checks.each(Setting.REPOSITORY_HOSTS, List.of(), (value, _) -> Values.host(value)),
        checks.one(Setting.REPOSITORY_TOKENS, Values::tokens).orElse(Map.of()),
        file(checks, Setting.REPOSITORY_KEY_FILE),
        file(checks, Setting.REPOSITORY_KNOWN_HOSTS),
        file(checks, Setting.REPOSITORY_CERTIFICATES));
  }

  private static Optional<Settings.Knowledge> knowledge(Checks checks, Path checkout) {
    Settings.Knowledge knowledge =
        new Settings.Knowledge(
            checkout.resolve("knowledge"),
            checks.each(Setting.KNOWLEDGE_TEAM, List.of(), checks::path),
            checks.one(Setting.KNOWLEDGE_KEY, Values::token));
    return checks.one(Setting.KNOWLEDGE, true, Values::yes)
        ? Optional.of(knowledge)
        : Optional.empty();
  }

  private static Optional<Settings.Elsewhere> elsewhere(Found found, Checks checks) {
    Optional<String> url = checks.one(Setting.KNOWLEDGE_MCP_URL, Values::web);
    Optional<String> key = checks.one(Setting.KNOWLEDGE_MCP_KEY, Values::token);
    oneWithoutOther(found, Setting.KNOWLEDGE_MCP_KEY, Setting.KNOWLEDGE_MCP_URL);
    return url.map(address -> new Settings.Elsewhere(URI.create(address), key));
  }

  private static Optional<Path> file(Checks checks, Setting setting) {
    return checks.<Path>each(setting, List.of(), checks::path).stream().findFirst();
  }

  private static Optional<Settings.Slack> slack(Found found, Checks checks) {
    Optional<String> token = checks.one(Setting.SLACK_BOT_TOKEN, Values::botToken);
    Optional<String> secret = checks.one(Setting.SLACK_SIGNING_SECRET, Values::token);
    Optional<String> url = checks.one(Setting.SLACK_API_URL, Values::web);
    oneWithoutOther(found, Setting.SLACK_BOT_TOKEN, Setting.SLACK_SIGNING_SECRET);
    oneWithoutOther(found, Setting.SLACK_SIGNING_SECRET, Setting.SLACK_BOT_TOKEN);
    return token.flatMap(t -> secret.map(s -> new Settings.Slack(t, s, url)));
  }

  private static void oneWithoutOther(Found found, Setting one, Setting other) {
    if (found.given(other).isEmpty()) {
      found
          .given(one)
          .ifPresent(given ->
              found.problem(
                  "%s is missing, while %s is set."
                      .formatted(other.key(), given.origin().named())));
    }
  }
}
