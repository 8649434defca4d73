package dev.aiwf.discord;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.surface.CommandLine;
import dev.aiwf.core.surface.Commands;
import dev.aiwf.core.surface.Nearby;
import dev.aiwf.core.surface.Reply;
import dev.aiwf.core.workflow.Depth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.IMentionable;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;

/** What is asked with {@code /aiwf}. */
record SlashCommands(Commands<Asker> commands, Nearby nearby, Places places) {

  void typed(SlashCommandInteractionEvent event, Asker asker) {
    try {
      Acks.say(event, answer(event, asker, Presses.event(event.getId())));
    } catch (Inbox.Busy e) {
      Acks.say(event, Reply.of(Intake.BUSY));
    }
  }

  private Reply answer(SlashCommandInteractionEvent event, Asker asker, String id)
      throws Inbox.Busy {
    String word = String.valueOf(event.getSubcommandName());
    if (word.equals(Word.START.word())) {
      return commands.asked(asker, start(event), word, Optional.empty(), id);
    }
    String words = words(event, word);
    CommandLine line = CommandLine.read(Typed.plain(words), Typed.named(words));
    String wanted = text(event, Word.PROJECT);
    Optional<Nearby.Project> project =
        wanted == null
            ? places.project(asker).map(Projects.Place::project).flatMap(nearby::find)
            : named(asker, wanted);
    return wanted != null && project.isEmpty()
        ? Reply.of("There is no project \"%s\" here or of yours.".formatted(wanted))
        : commands.asked(asker, line, words, project, id);
  }

  private Optional<Nearby.Project> named(Asker asker, String wanted) {
    Optional<ProjectId> id = ProjectId.of(wanted);
    return nearby.of(asker).stream().filter(each -> id.equals(Optional.of(each.id()))).findFirst();
  }

  private static CommandLine start(SlashCommandInteractionEvent event) {
    String depth = text(event, Word.DEPTH);
    String name = text(event, Word.NAME);
    return new CommandLine.Start(
        name == null ? "" : name,
        text(event, Word.WORKFLOW),
        Arrays.stream(Depth.values())
            .filter(each -> each.key().equals(depth))
            .findFirst()
            .orElse(Depth.STANDARD),
        text(event, Word.REPOSITORY));
  }

  /** The line as it would be typed. */
  private static String words(SlashCommandInteractionEvent event, String word) {
    return Stream.concat(
            Stream.of(
                word,
                text(event, Word.NAME),
                text(event, Word.LEVEL),
                text(event, Word.SAY),
                text(event, Word.SUBJECT),
                text(event, Word.FILE),
                text(event, Word.ADDRESS)),
            Stream.of(mention(event, Word.WHO), mention(event, Word.ALSO)))
        .filter(each -> each != null && !each.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static @Nullable String text(SlashCommandInteractionEvent event, String option) {
    OptionMapping filled = event.getOption(option);
    return filled == null ? null : filled.getAsString().strip();
  }

  private static @Nullable String mention(SlashCommandInteractionEvent event, String option) {
    OptionMapping filled = event.getOption(option);
    IMentionable who = filled == null ? null : filled.getAsMentionable();
    return switch (who) {
      case Member member -> Typed.person(member.getId(), member.getEffectiveName());
      case User user -> Typed.person(user.getId(), user.getEffectiveName());
      case Role role -> Typed.role(role.getId(), role.getName());
      case null, default -> null;
    };
  }
}
