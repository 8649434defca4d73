package dev.aiwf.app;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.discord.DiscordCheck;
import dev.aiwf.discord.DiscordSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Connects a Discord server, from the bot's creation to a first message. */
@Command(
    name = "discord",
    description = {
      "Connects a Discord server: says where a bot is made, takes its token, stores it where only"
          + " its owner can read it, prints the link that brings the bot into a server, and posts a"
          + " first message.",
      "",
      "The token is typed unseen, or comes as a line from a pipe. It is not stored before Discord"
          + " has accepted it."
    },
    mixinStandardHelpOptions = true)
final class SetupDiscord implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway") // picocli sets it before it runs the command
  SetupDiscord() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return connect(System.getenv(), Main.properties(), Prompt.here(out), out);
  }

  int connect(
      Map<String, String> environment, Map<String, String> system, Prompt prompt, PrintWriter out) {
    Found found = Sources.find(environment, SettingsRead.home(environment, system));
    Checks checks = new Checks(found);
    out.println(
        "1. Create the bot: https://discord.com/developers/applications, New Application, any"
            + " name.\n");
    out.println(
        "   Under Bot, switch on Message Content Intent, so that it hears answers that are typed;\n"
            + "   without it people press, fill in forms, or begin with @aiwf. Then Reset"
            + " Token.\n");
    DiscordSettings settings =
        new DiscordSettings(
            SetupSecrets.right(prompt.secret("   Token"), Values::token),
            checks.one(Setting.DISCORD_API_URL, Values::web).orElse(DiscordSettings.API_URL),
            Optional.empty());
    DiscordCheck.Known known = check(settings);
    out.println("\nDiscord knows the bot as " + known.name() + ".");
    if (!known.readsAlong()) {
      out.println("It does not read along: it hears its name, buttons and forms.");
    }
    new SetupSecrets(found, checks.data())
        .store(
            List.of(new SetupSecrets.Secret(Setting.DISCORD_TOKEN, Optional.of(settings.token()))),
            out);
    out.println("\n2. Bring it into a server: open this link and choose one.\n");
    out.println("   " + known.invitation() + "\n");
    hello(settings, prompt, out);
    out.println("\nStart aiwf, or start it anew if it runs: ./aiwf");
    out.flush();
    return 0;
  }

  private static DiscordCheck.Known check(DiscordSettings settings) {
    try {
      return DiscordCheck.bot(settings);
    } catch (NotNow | NotEver e) {
      throw new Failures.Trouble(e.getMessage() + " Nothing was stored.");
    }
  }

  private static void hello(DiscordSettings settings, Prompt prompt, PrintWriter out) {
    out.println(
        "3. A first message. With Developer Mode on (User Settings, Advanced), a channel's menu has"
            + " Copy Channel ID.\n");
    String channel = prompt.answer("   Channel id (nothing for none)");
    if (channel.isEmpty()) {
      out.println("No message was posted.");
      return;
    }
    if (!channel.matches("\\d{1,20}")) {
      out.println("That is no channel's id, so no message was posted. The token is stored.");
      return;
    }
    try {
      DiscordCheck.sayHello(settings, channel);
      out.println("Posted. Look into the channel.");
    } catch (NotNow | NotEver e) {
      out.println(
          "The message did not get there: %s The token is stored.".formatted(e.getMessage()));
    }
  }
}
