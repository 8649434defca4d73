package dev.aiwf.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that an operator can set, in one list, from which the help and the docs are made. */
enum Setting {
  DATA(Kind.WHERE, "AIWF_DATA", "~/.aiwf", "The folder that holds everything a run must not lose."),
  CONFIG(
      Kind.WHERE,
      "AIWF_CONFIG",
      "aiwf.yaml in the data folder, if there",
      "The file that holds settings; it must exist."),
  PORT(
      Kind.ONE,
      "AIWF_PORT",
      "8787",
      "The port of the console, the API and Slack's requests; 0 for any."),
  HOST(
      Kind.ONE,
      "AIWF_HOST",
      "localhost",
      "The name or address to bind to. On anything but loopback people must sign in."),
  HOSTS(Kind.SEVERAL, "AIWF_HOSTS", null, "More names that it answers to."),
  TRUST_LOOPBACK(
      Kind.ONE,
      "AIWF_TRUST_LOOPBACK",
      "true",
      "Whether people on this machine are taken at their word; false makes everybody sign in."),
  PERSON(Kind.ONE, "AIWF_PERSON", "the system's user", "Who the sign-in link is for."),
  PACKS(
      Kind.SEVERAL, "AIWF_PACKS", "the checkout", "Folders that hold `prompts/` and `templates/`."),
  SAMPLE(
      Kind.ONE,
      "AIWF_SAMPLE",
      "true",
      "Whether an empty data folder gets a finished sample project to look at."),
  DATABASE_URL(
      Kind.SECRET,
      "AIWF_DATABASE_URL",
      "SQLite in the data folder",
      "A PostgreSQL database: `postgresql://user:password@host:port/database`, or the same for"
          + " JDBC."),
  QUIET_HOURS(
      Kind.ONE,
      "AIWF_QUIET_HOURS",
      "none",
      "When nobody is reminded, such as 20:00-08:00; reminders wait until it is over."),
  TIME_ZONE(
      Kind.ONE,
      "AIWF_TIME_ZONE",
      "the system's",
      "Where the quiet hours are told, such as Europe/Berlin."),
  RETENTION_DAYS(
      Kind.ONE,
      "AIWF_RETENTION_DAYS",
      "90",
      "How many days commands and effects that are done with are kept, from 7 to 3650."),
  LOG(
      Kind.ONE,
      "AIWF_LOG",
      "text",
      "How the log is written: `text`, or `json` for an object a line."),
  LOG_LEVEL(
      Kind.ONE,
      "AIWF_LOG_LEVEL",
      "info",
      "How much the program logs: `error`, `warn`, `info` or `debug`."),
  REPOSITORY_TOKENS(
      Kind.SECRET,
      "AIWF_REPOSITORY_TOKENS",
      null,
      "What opens linked repositories over https: `github.com=…`, more of them after a space. A"
          + " token goes to its own host and nowhere else."),
  REPOSITORY_KEY_FILE(
      Kind.ONE,
      "AIWF_REPOSITORY_KEY_FILE",
      null,
      "The file with the private key that opens linked repositories over ssh."),
  REPOSITORY_KNOWN_HOSTS(
      Kind.ONE,
      "AIWF_REPOSITORY_KNOWN_HOSTS",
      null,
      "The file with the keys of the hosts that are spoken to over ssh, as `known_hosts` has"
          + " them."),
  REPOSITORY_CERTIFICATES(
      Kind.ONE,
      "AIWF_REPOSITORY_CERTIFICATES",
      null,
      "A PEM file of certificates to trust for https besides those that Java trusts."),
  REPOSITORY_HOSTS(
      Kind.SEVERAL, "AIWF_REPOSITORY_HOSTS", "any", "The only hosts that repositories may be at."),
  REPOSITORY_ALLOW_LOCAL(
      Kind.ONE,
      "AIWF_REPOSITORY_ALLOW_LOCAL",
      "false",
      "Whether folders of this machine may be linked, as `file://…`."),
  REPOSITORY_ALLOW_PRIVATE(
      Kind.ONE,
      "AIWF_REPOSITORY_ALLOW_PRIVATE",
      "false",
      "Whether repositories may be at hosts inside the network."),
  KNOWLEDGE(
      Kind.ONE,
      "AIWF_KNOWLEDGE_BUNDLED",
      "true",
      "Whether the bundled knowledge base is there, for the bot and at `/mcp` for other programs."),
  KNOWLEDGE_TEAM(
      Kind.SEVERAL,
      "AIWF_KNOWLEDGE_TEAM",
      null,
      "Folders with a team's own knowledge, in the same format."),
  KNOWLEDGE_KEY(
      Kind.SECRET,
      "AIWF_KNOWLEDGE_KEY",
      null,
      "What programs on other machines must show to ask the knowledge base; without it, only this"
          + " machine's may."),
  KNOWLEDGE_MCP_URL(
      Kind.ONE,
      "KNOWLEDGE_MCP_URL",
      null,
      "One more knowledge base that the bot asks, at the address where it speaks MCP."),
  KNOWLEDGE_MCP_KEY(Kind.SECRET, "KNOWLEDGE_MCP_KEY", null, "What that one wants to be shown."),
  LLM_PROVIDER(
      Kind.ONE,
      "AIWF_LLM_PROVIDER",
      "no model: the guide leads",
      "Who speaks as the architect: `openai`, or anything that speaks as it does; `anthropic`,"
          + " `gemini`, `ollama`."),
  LLM_MODEL(Kind.ONE, "AIWF_LLM_MODEL", null, "The model, as its provider calls it."),
  LLM_BASE_URL(Kind.ONE, "AIWF_LLM_BASE_URL", "the provider's own", "Where it is asked instead."),
  LLM_PRICE(
      Kind.ONE,
      "AIWF_LLM_PRICE",
      "costs are not told",
      "What it costs in US dollars, for a million tokens read and a million written: `2/8`."),
  LLM_FALLBACK_PROVIDER(
      Kind.ONE,
      "AIWF_LLM_FALLBACK_PROVIDER",
      "none",
      "Who is asked where the first gives no answer."),
  LLM_FALLBACK_MODEL(Kind.ONE, "AIWF_LLM_FALLBACK_MODEL", null, "The second model."),
  LLM_FALLBACK_BASE_URL(
      Kind.ONE,
      "AIWF_LLM_FALLBACK_BASE_URL",
      "the provider's own",
      "Where that one is asked instead."),
  LLM_FALLBACK_PRICE(
      Kind.ONE, "AIWF_LLM_FALLBACK_PRICE", "costs are not told", "What that one costs."),
  LLM_FALLBACK_KEY(
      Kind.SECRET,
      "AIWF_LLM_FALLBACK_KEY",
      "the provider's usual one",
      "What the second wants to be shown; needed where both have one provider and two addresses,"
          + " for a key goes to one address only."),
  LLM_OFF(
      Kind.SEVERAL,
      "AIWF_LLM_OFF",
      "none",
      "Where no model is asked, and the guide leads: the id of a channel, workspace or server, or"
          + " `slack`, `discord`, or `console` for projects that are seen in no chat."),
  LLM_TOKENS_TURN(
      Kind.ONE, "AIWF_LLM_TOKENS_TURN", "60000", "The most tokens that one answer may take."),
  LLM_TOKENS_PROJECT(
      Kind.ONE, "AIWF_LLM_TOKENS_PROJECT", "3000000", "The most that a project may take, ever."),
  LLM_TOKENS_PERSON(
      Kind.ONE, "AIWF_LLM_TOKENS_PERSON", "1000000", "The most that one person may take in a day."),
  LLM_TOKENS_DAY(
      Kind.ONE,
      "AIWF_LLM_TOKENS_DAY",
      "5000000",
      "The most that all may take in a day. At four fifths the owner is told; once they are used up"
          + " the guide leads."),
  OPENAI_API_KEY(Kind.SECRET, "OPENAI_API_KEY", null, "OpenAI's key, or that of who stands in."),
  ANTHROPIC_API_KEY(Kind.SECRET, "ANTHROPIC_API_KEY", null, "Anthropic's key."),
  GEMINI_API_KEY(Kind.SECRET, "GEMINI_API_KEY", "what GOOGLE_API_KEY says", "Gemini's key."),
  GOOGLE_API_KEY(Kind.SECRET, "GOOGLE_API_KEY", null, "Gemini's key under its other name."),
  SLACK_BOT_TOKEN(Kind.SECRET, "SLACK_BOT_TOKEN", null, "Slack's bot token, xoxb-…"),
  SLACK_APP_TOKEN(
      Kind.SECRET,
      "SLACK_APP_TOKEN",
      null,
      "Slack's app-level token, xapp-…; with it Slack's requests come over Socket Mode."),
  SLACK_SIGNING_SECRET(
      Kind.SECRET,
      "SLACK_SIGNING_SECRET",
      null,
      "What Slack signs its requests with; with it they may come over HTTP."),
  SLACK_CHANNELS(
      Kind.SEVERAL, "SLACK_CHANNELS", "any", "The ids of the only channels that aiwf answers in."),
  SLACK_API_URL(Kind.ONE, "SLACK_API_URL", "https://slack.com/api/", "Where Slack's methods are."),
  SLACK_PACE(
      Kind.ONE,
      "SLACK_PACE",
      "slack",
      "Keeps messages within Slack's rate limits; `none` for a stand-in that has none."),
  DISCORD_TOKEN(Kind.SECRET, "DISCORD_TOKEN", null, "The token of the Discord bot."),
  DISCORD_API_URL(
      Kind.ONE, "DISCORD_API_URL", "https://discord.com/api/v10/", "Where Discord's API is."),
  DISCORD_GATEWAY_URL(
      Kind.ONE, "DISCORD_GATEWAY_URL", "wss://gateway.discord.gg/", "Where its gateway is.");

  /** What may stand there, and where. */
  enum Kind {
    /** It says where the others are looked for, so the file can't hold it. */
    WHERE,
    ONE,
    SEVERAL,
    /** It is never shown, and may stand in a file of its own. */
    SECRET
  }

  private static final String OURS = "AIWF_";

  private final Kind kind;
  private final String key;
  private final @Nullable String otherwise;
  private final String meaning;

  Setting(Kind kind, String key, @Nullable String otherwise, String meaning) {
    this.kind = kind;
    this.key = key;
    this.otherwise = otherwise;
    this.meaning = meaning;
  }

  Kind kind() {
    return kind;
  }

  String key() {
    return key;
  }

  /** The variable that names the file with the secret. */
  Optional<String> fileKey() {
    return kind == Kind.SECRET ? Optional.of(key + "_FILE") : Optional.empty();
  }

  /**
   * How aiwf.yaml spells it: in lower case with hyphens, without AIWF_; what begins otherwise
   * stands under its first word, shown with a dot.
   */
  Optional<String> path() {
    if (kind == Kind.WHERE) {
      return Optional.empty();
    }
    String words = key.startsWith(OURS) ? key.substring(OURS.length()) : key.replaceFirst("_", ".");
    return Optional.of(words.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** How aiwf.yaml spells the name of the file with the secret. */
  Optional<String> filePath() {
    return kind == Kind.SECRET ? path().map(path -> path + "-file") : Optional.empty();
  }

  /** All that it is called in the environment. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(List.of(key));
    fileKey().ifPresent(keys::add);
    return keys;
  }

  /** All that it is called in aiwf.yaml. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    path().ifPresent(paths::add);
    filePath().ifPresent(paths::add);
    return paths;
  }

  /** What holds when it is not set, in words. */
  String otherwise() {
    return otherwise == null ? "not set" : otherwise;
  }

  String meaning() {
    return meaning;
  }
}
