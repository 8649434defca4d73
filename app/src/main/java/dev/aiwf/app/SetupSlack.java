package dev.aiwf.app;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.slack.SlackCheck;
import dev.aiwf.slack.SlackSettings;
import dev.aiwf.slack.SlackSetup;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Connects a Slack workspace, from the app's creation to a first message. */
@Command(
    name = "slack",
    description = {
      "Connects a Slack workspace: prints the link that creates the app, takes its tokens, stores"
          + " them where only their owner can read them, and posts a first message.",
      "",
      "Tokens are typed unseen, or come line by line from a pipe. Nothing is stored before Slack"
          + " has accepted them."
    },
    mixinStandardHelpOptions = true)
final class SetupSlack implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--http",
      paramLabel = "ADDRESS",
      description = "Slack calls this address, https://…, instead of aiwf opening a connection")
  private @Nullable String http;

  @Option(
      names = "--mentions-only",
      description = "for workspaces that let no bot read along: it hears only its name")
  private boolean mentionsOnly;

  @SuppressWarnings("NullAway") // picocli sets it before it runs the command
  SetupSlack() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return connect(System.getenv(), Main.properties(), Prompt.here(out), out);
  }

  int connect(
      Map<String, String> environment, Map<String, String> system, Prompt prompt, PrintWriter out) {
    Found found = Sources.find(environment, SettingsRead.home(environment, system));
    Checks checks = new Checks(found);
    out.println("1. Create the app: open this link, choose the workspace, then Create.\n");
    out.println("   " + CreateAppLink.of(manifest(), http) + "\n");
    out.println("2. Install App, Install to Workspace. It then shows the Bot User OAuth Token.\n");
    String bot = SetupSecrets.right(prompt.secret("   Bot token (xoxb-…)"), Values::botToken);
    Optional<String> app = Optional.empty();
    Optional<String> secret = Optional.empty();
    if (http == null) {
      out.println(
          "\n"
              + "3. Basic Information, App-Level Tokens, Generate: any name, scope"
              + " connections:write.\n");
      app =
          Optional.of(
              SetupSecrets.right(prompt.secret("   App-level token (xapp-…)"), Values::appToken));
    } else {
      out.println("\n3. Basic Information shows the signing secret.\n");
      secret = Optional.of(SetupSecrets.right(prompt.secret("   Signing secret"), Values::token));
    }
    SlackSettings settings =
        new SlackSettings(
            bot,
            app,
            secret,
            Set.of(),
            checks.one(Setting.SLACK_API_URL, Values::web).orElse(SlackSettings.API_URL),
            true);
    check(settings, out);
    new SetupSecrets(found, checks.data())
        .store(
            List.of(
                new SetupSecrets.Secret(Setting.SLACK_BOT_TOKEN, Optional.of(settings.botToken())),
                new SetupSecrets.Secret(Setting.SLACK_APP_TOKEN, settings.appToken()),
                new SetupSecrets.Secret(Setting.SLACK_SIGNING_SECRET, settings.signingSecret())),
            out);
    hello(settings, prompt, out);
    out.println("\nStart aiwf, or start it anew if it runs: ./aiwf");
    out.flush();
    return 0;
  }

  private SlackSetup.Manifest manifest() {
    return http != null
        ? SlackSetup.Manifest.HTTP
        : mentionsOnly ? SlackSetup.Manifest.MENTIONS : SlackSetup.Manifest.SOCKET;
  }

  private static void check(SlackSettings settings, PrintWriter out) {
    try {
      SlackCheck.Known known = SlackCheck.bot(settings);
      SlackCheck.appToken(settings);
      out.println("\nSlack knows the bot as " + known.name() + ".");
      known.missing().forEach(scope -> out.println("Missing: " + scope + "."));
      known.lesser().forEach(scope -> out.println("Not granted: " + scope + "."));
      if (!known.missing().isEmpty()) {
        throw new Failures.Trouble(
            "Add what is missing under OAuth & Permissions, install the app again, and begin"
                + " again. Nothing was stored.");
      }
    } catch (NotNow | NotEver e) {
      throw new Failures.Trouble(e.getMessage() + " Nothing was stored.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failures.Trouble("Interrupted. Nothing was stored.");
    }
  }

  private static void hello(SlackSettings settings, Prompt prompt, PrintWriter out) {
    out.println("\n4. A first message. A private channel must have invited @aiwf before.\n");
    String channel = prompt.answer("   Channel (its name or id; nothing for none)");
    if (channel.isEmpty()) {
      out.println("No message was posted.");
      return;
    }
    try {
      var _ = SlackSetup.sayHello(settings, channel);
      out.println("Posted. Look into the channel.");
    } catch (NotNow | NotEver e) {
      out.println(
          "The message did not get there: %s The tokens are stored.".formatted(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
