package dev.aiwf.app;

import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.testkit.discord.FakeDiscord;
import dev.aiwf.testkit.model.FakeModel;
import dev.aiwf.testkit.slack.FakeSlack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of a program that a test starts: two short steps, data in a folder, a free port. */
final class Trial {

  private Trial() {}

  /** Where no checkout is known, and with it no knowledge. */
  static Settings withoutKnowledge(Path folder, Map<String, String> more) throws Settings.Wrong {
    return Settings.from(environment(folder, more), Map.of("user.home", folder.toString()));
  }

  /** With the knowledge of this checkout. */
  static Settings withKnowledge(Path folder, Map<String, String> more) throws Settings.Wrong {
    return Settings.from(
        environment(folder, more),
        Map.of("aiwf.home", "..", "user.home", folder.toString(), "user.timezone", "UTC"));
  }

  private static Map<String, String> environment(Path folder, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AIWF_DATA", folder.resolve("data").toString());
    environment.put("AIWF_PORT", "0");
    environment.put("AIWF_SAMPLE", "false");
    environment.put("AIWF_PACKS", TwoSteps.folder().toString());
    environment.putAll(more);
    return environment;
  }

  /** Has that model talk. */
  static Map<String, String> model(FakeModel model) {
    return Map.of(
        "AIWF_LLM_PROVIDER",
        "openai",
        "AIWF_LLM_MODEL",
        FakeModel.NAME,
        "AIWF_LLM_BASE_URL",
        model.address().toString(),
        "OPENAI_API_KEY",
        FakeModel.KEY);
  }

  /** Requests come from that Slack over HTTP. */
  static Map<String, String> slack(FakeSlack slack, String token, String signingSecret) {
    return Map.of(
        "SLACK_BOT_TOKEN", token,
        "SLACK_SIGNING_SECRET", signingSecret,
        "SLACK_API_URL", slack.url().toString());
  }

  /** Requests come from that Slack over Socket Mode. */
  static Map<String, String> slackOverSockets(FakeSlack slack, String token, String appToken) {
    return Map.of(
        "SLACK_BOT_TOKEN", token,
        "SLACK_APP_TOKEN", appToken,
        "SLACK_API_URL", slack.url().toString());
  }

  static Map<String, String> discord(FakeDiscord discord, String token) {
    return Map.of(
        "DISCORD_TOKEN", token,
        "DISCORD_API_URL", discord.url().toString(),
        "DISCORD_GATEWAY_URL", discord.gateway().toString());
  }

  /** All of them together. */
  @SafeVarargs
  static Map<String, String> together(Map<String, String>... parts) {
    Map<String, String> all = new HashMap<>();
    for (Map<String, String> part : parts) {
      all.putAll(part);
    }
    return all;
  }
}
