package dev.aiwf.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;

/** Asks Slack whether it knows the bot. */
public final class SlackCheck {

  private SlackCheck() {}

  /** As whom, and in which workspace, Slack knows the bot. */
  public static String whoItIs(SlackSettings settings)
      throws NotNow, NotEver, InterruptedException {
    try (SlackApi api = new SlackApi(settings)) {
      AuthTestResponse answer = api.ask(slack -> slack.authTest(request -> request));
      return "@" + answer.getUser() + " in " + answer.getTeam();
    }
  }
}
