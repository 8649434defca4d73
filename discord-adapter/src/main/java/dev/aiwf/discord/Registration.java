package dev.aiwf.discord;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Discord which commands there are, if it does not know them as they are. */
final class Registration {

  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  private Registration() {}

  static void register(JDA jda) {
    List<CommandData> wanted = Word.commands();
    Later.run(
        "discord-commands",
        "The commands could not be registered; they are tried again at the next connection",
        () -> {
          List<CommandData> known =
              DiscordApi.done(jda.retrieveCommands()).stream()
                  .map(CommandData::fromCommand)
                  .toList();
          if (!plain(known).equals(plain(wanted))) {
            var _ = DiscordApi.done(jda.updateCommands().addCommands(wanted));
            LOG.info("Registered /aiwf with Discord");
          }
        });
  }

  private static Set<Map<String, Object>> plain(List<CommandData> commands) {
    return commands.stream()
        .map(each -> DataObject.fromJson(each.toData().toJson()).toMap())
        .collect(Collectors.toSet());
  }
}
