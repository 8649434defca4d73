package dev.aiwf.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What is needed to connect a workspace: the app's description, and a message to see that it works.
 */
public final class SlackSetup {

  /** What joining may answer where it is not needed, or not possible. */
  static final Set<String> NOT_JOINED =
      Set.of(
          "method_not_supported_for_channel_type",
          "missing_scope",
          "channel_not_found",
          "is_archived",
          "restricted_action",
          "already_in_channel",
          "not_allowed_token_type");

  private SlackSetup() {}

  /** How the app is to be described to Slack, in YAML with its reasons. */
  public enum Manifest {
    /** aiwf opens the connection. */
    SOCKET("manifest.yaml"),
    /** Slack calls an address. */
    HTTP("manifest-http.yaml"),
    /** aiwf opens the connection, and hears only what begins with its name. */
    MENTIONS("manifest-mentions.yaml");

    private final String file;

    Manifest(String file) {
      this.file = file;
    }

    /** Its text. */
    public String text() {
      try (InputStream in = SlackSetup.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException(file + " is not there");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Posts a first message, going into the channel where that can be done.
   *
   * @param channel its id, or a public channel's name
   * @return the id of the channel
   */
  public static String sayHello(SlackSettings settings, String channel)
      throws NotNow, NotEver, InterruptedException {
    try (SlackApi api = new SlackApi(settings)) {
      var _ = api.ask(NOT_JOINED, slack -> slack.conversationsJoin(r -> r.channel(channel)));
      ChatPostMessageResponse posted =
          api.ask(slack ->
              slack.chatPostMessage(r ->
                  r.channel(channel)
                      .text(
                          "aiwf is connected. In a channel, /aiwf start names a project and begins"
                              + " it.")
                      .unfurlLinks(false)
                      .unfurlMedia(false)));
      return posted.getChannel() == null ? "" : posted.getChannel();
    }
  }
}
