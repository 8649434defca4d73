package dev.aiwf.app;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.discord.DiscordCheck;
import dev.aiwf.discord.DiscordSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the doctor makes of Discord. It opens no connection, of which there are so many a day. */
final class DiscordFindings {

  private static final String CHECK = "discord";
  private static final int FEW_SESSIONS = 50;

  private DiscordFindings() {}

  static List<Finding> of(Optional<DiscordSettings> settings) {
    if (settings.isEmpty()) {
      return List.of(Finding.off(CHECK, "not connected", "./aiwf setup discord leads through it."));
    }
    try {
      return of(DiscordCheck.bot(settings.get()));
    } catch (NotNow e) {
      return List.of(Finding.bad(CHECK, String.valueOf(e.getMessage()), "Try again in a moment."));
    } catch (NotEver e) {
      return List.of(
          Finding.bad(CHECK, String.valueOf(e.getMessage()), "docs/discord.md says how."));
    }
  }

  private static List<Finding> of(DiscordCheck.Known known) {
    List<Finding> found = new ArrayList<>();
    if (known.servers().isEmpty()) {
      found.add(
          Finding.care(
              CHECK,
              known.name() + " is in no server yet",
              "Open %s and choose one.".formatted(known.invitation())));
    } else if (!known.readsAlong()) {
      found.add(
          Finding.care(
              CHECK,
              known.name() + " hears only its name, buttons and forms",
              "To have it read along, switch on Message Content Intent under Bot in the developer"
                  + " portal, then start aiwf anew."));
    } else {
      found.add(
          Finding.good(CHECK, "%s in %d servers".formatted(known.name(), known.servers().size())));
    }
    known.servers().forEach(server -> permissions(server, known, found));
    if (known.sessions() < FEW_SESSIONS) {
      found.add(
          Finding.care(
              "sessions",
              "Discord lets it connect %d times more today".formatted(known.sessions()),
              "It comes back less and less often by itself; look at the log for why it has to."));
    }
    return found;
  }

  private static void permissions(
      DiscordCheck.Server server, DiscordCheck.Known known, List<Finding> found) {
    List<String> missing =
        Stream.concat(server.missing().stream(), server.lesser().stream()).toList();
    String says = "in %s without %s".formatted(server.name(), String.join("; without ", missing));
    String cure = "Open %s once more and choose that server.".formatted(known.invitation());
    if (!server.missing().isEmpty()) {
      found.add(Finding.bad("permissions", says, cure));
    } else if (!server.lesser().isEmpty()) {
      found.add(Finding.care("permissions", says, cure));
    }
  }
}
