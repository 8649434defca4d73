package dev.aiwf.app;

import dev.aiwf.artifacts.git.GitSettings;
import dev.aiwf.discord.DiscordSettings;
import dev.aiwf.engine.Caps;
import dev.aiwf.engine.QuietHours;
import dev.aiwf.engine.Silent;
import dev.aiwf.web.access.Hosts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    Found found = Sources.find(environment, home(environment, system));
    Settings settings = checked(found, system);
    return new SettingsRead(found, settings, found.problems());
  }

  /** As the shell has it: Java takes it from the list of users, whatever HOME says. */
  static Path home(Map<String, String> environment, Map<String, String> system) {
    return Path.of(environment.getOrDefault("HOME", system.getOrDefault("user.home", ".")));
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
        new ModelsRead(found, checks).read(),
        new Silent(Set.copyOf(checks.each(Setting.LLM_OFF, List.of(), (v, _) -> Values.place(v)))),
        caps(checks),
        slack(found, checks),
        discord(checks),
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

  private static Caps caps(Checks checks) {
    return new Caps(
        checks.one(Setting.LLM_TOKENS_TURN, Caps.USUAL.turn(), Values::tokenCount),
        checks.one(Setting.LLM_TOKENS_PROJECT, Caps.USUAL.project(), Values::tokenCount),
        checks.one(Setting.LLM_TOKENS_PERSON, Caps.USUAL.person(), Values::tokenCount),
        checks.one(Setting.LLM_TOKENS_DAY, Caps.USUAL.day(), Values::tokenCount));
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
    found.oneWithoutOther(Setting.KNOWLEDGE_MCP_KEY, Setting.KNOWLEDGE_MCP_URL);
    Optional<URI> address = url.map(URI::create);
    address.ifPresent(uri -> doubts(found, uri, key.isPresent()));
    return address.map(uri -> new Settings.Elsewhere(uri, key));
  }

  private static void doubts(Found found, URI address, boolean keyed) {
    if (KnowledgeBases.BUNDLED.equalsIgnoreCase(address.getHost())) {
      found.problem(
          "%s: the host \"%s\" has the name that findings of the bundled knowledge base are shown"
                  .formatted(Setting.KNOWLEDGE_MCP_URL.key(), address.getHost())
              + " under. Use another name of it, or its number.");
    }
    if (keyed && "http".equalsIgnoreCase(address.getScheme()) && !local(address)) {
      found.warning(
          "%s goes to %s over http, where others on the way can read it; use an https:// address."
              .formatted(Setting.KNOWLEDGE_MCP_KEY.key(), address.getHost()));
    }
  }

  private static boolean local(URI address) {
    String host = address.getHost();
    return host != null && Hosts.isLoopback(host);
  }

  private static Optional<Path> file(Checks checks, Setting setting) {
    return checks.<Path>each(setting, List.of(), checks::path).stream().findFirst();
  }

  private static Optional<Settings.Slack> slack(Found found, Checks checks) {
    Optional<String> token = checks.one(Setting.SLACK_BOT_TOKEN, Values::botToken);
    Optional<String> app = checks.one(Setting.SLACK_APP_TOKEN, Values::appToken);
    Optional<String> secret = checks.one(Setting.SLACK_SIGNING_SECRET, Values::token);
    List<String> channels =
        checks.each(Setting.SLACK_CHANNELS, List.of(), (value, _) -> Values.slackChannel(value));
    Optional<String> url = checks.one(Setting.SLACK_API_URL, Values::web);
    boolean paced =
        checks.one(
                Setting.SLACK_PACE, SlackPace.SLACK, value -> Values.oneOf(SlackPace.class, value))
            == SlackPace.SLACK;
    found.oneWithoutOther(Setting.SLACK_APP_TOKEN, Setting.SLACK_BOT_TOKEN);
    found.oneWithoutOther(Setting.SLACK_SIGNING_SECRET, Setting.SLACK_BOT_TOKEN);
    // Over which way requests come, one of the two says.
    if (found.given(Setting.SLACK_SIGNING_SECRET).isEmpty()) {
      found.oneWithoutOther(Setting.SLACK_BOT_TOKEN, Setting.SLACK_APP_TOKEN);
    }
    return token
        .filter(_ -> app.isPresent() || secret.isPresent())
        .map(t -> new Settings.Slack(t, app, secret, channels, url, paced));
  }

  private static Optional<DiscordSettings> discord(Checks checks) {
    Optional<String> token = checks.one(Setting.DISCORD_TOKEN, Values::token);
    Optional<String> api = checks.one(Setting.DISCORD_API_URL, Values::web);
    Optional<String> gateway = checks.one(Setting.DISCORD_GATEWAY_URL, Values::socket);
    return token.map(
        value -> new DiscordSettings(value, api.orElse(DiscordSettings.API_URL), gateway));
  }
}
