package dev.aiwf.app;

import dev.aiwf.slack.SlackSetup;
import dev.aiwf.web.operate.OperatorJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The link to the page of Slack's where an app is created, with its description filled in. */
final class CreateAppLink {

  private static final String EXAMPLE = "https://aiwf.example.org/slack/events";
  private static final String PATH = "/slack/events";

  private CreateAppLink() {}

  /** With the address in it that Slack is to call, if it is to call one. */
  static URI of(SlackSetup.Manifest manifest, @Nullable String address) {
    String text = manifest.text();
    if (address != null) {
      text = text.replace(EXAMPLE, called(address));
    }
    Object described = new Load(LoadSettings.builder().build()).loadFromString(text);
    return URI.create(
        "https://api.slack.com/apps?new_app=1&manifest_json="
            + URLEncoder.encode(OperatorJson.write(described), StandardCharsets.UTF_8));
  }

  private static String called(String address) {
    if (!address.matches("https://[\\p{Alnum}.:\\[\\]-]+(/[\\p{Alnum}._~/-]*)?")) {
      throw new Failures.Trouble(
          "Slack calls an address that begins with https:// and that it can reach from outside.");
    }
    String base = address.replaceFirst("/+$", "");
    return base.endsWith(PATH) ? base : base + PATH;
  }
}
