package dev.aiwf.discord;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.surface.Nearby;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** What is offered while somebody types: only what they may learn of. */
record Completions(Projects projects, Nearby nearby, Places places, Artifacts artifacts) {

  void typing(CommandAutoCompleteInteractionEvent event, Asker asker) {
    String begun = event.getFocusedOption().getValue().strip().toLowerCase(Locale.ROOT);
    List<Command.Choice> choices =
        offered(event, asker)
            .filter(choice ->
                choice.getName().toLowerCase(Locale.ROOT).contains(begun)
                    || choice.getAsString().toLowerCase(Locale.ROOT).contains(begun))
            .limit(DiscordLimits.OPTIONS)
            .toList();
    Acks.send(event.replyChoices(choices));
  }

  private Stream<Command.Choice> offered(CommandAutoCompleteInteractionEvent event, Asker asker) {
    return switch (event.getFocusedOption().getName()) {
      case Word.WORKFLOW ->
          projects.offered().stream()
              .map(each -> each.ref().id())
              .distinct()
              .map(Completions::same);
      case Word.PROJECT ->
          nearby.of(asker).stream().map(each -> choice(each.line().name(), each.id().value()));
      case Word.SUBJECT -> meant(event, asker).stream().flatMap(Completions::subjects);
      case Word.FILE -> meant(event, asker).stream().flatMap(this::files);
      default -> Stream.empty();
    };
  }

  private Optional<Nearby.Project> meant(CommandAutoCompleteInteractionEvent event, Asker asker) {
    OptionMapping named = event.getOption(Word.PROJECT);
    if (named != null) {
      Optional<ProjectId> id = ProjectId.of(named.getAsString());
      return nearby.of(asker).stream()
          .filter(each -> id.equals(Optional.of(each.id())))
          .findFirst();
    }
    return places
        .project(asker)
        .flatMap(place -> nearby.find(place.project()))
        .or(() ->
            Optional.of(nearby.here(asker)).filter(all -> all.size() == 1).map(List::getFirst));
  }

  /** Decisions first, for they are asked about most. */
  private static Stream<Command.Choice> subjects(Nearby.Project project) {
    List<Ask> asks =
        project.standing().workflow().steps().stream()
            .flatMap(step -> step.asks().stream())
            .toList();
    Stream<Command.Choice> decisions =
        asks.stream()
            .flatMap(ask ->
                ask.type() instanceof AskType.Decision decision
                    ? Stream.of(choice(decision.number() + " " + ask.text(), decision.number()))
                    : Stream.empty());
    return Stream.concat(
        decisions,
        asks.stream()
            .filter(ask -> !(ask.type() instanceof AskType.Decision))
            .map(ask -> choice(ask.text(), ask.id())));
  }

  private Stream<Command.Choice> files(Nearby.Project project) {
    Repository.Place place = project.standing().sidecar().repository().place();
    try {
      return place == null
          ? Stream.empty()
          : artifacts.files(place).stream().map(file -> same(file.path()));
    } catch (NotNow | NotEver e) {
      return Stream.empty();
    }
  }

  private static Command.Choice same(String text) {
    return choice(text, text);
  }

  private static Command.Choice choice(String name, String value) {
    return new Command.Choice(
        Clean.shortened(name, DiscordLimits.OPTION), Clean.shortened(value, DiscordLimits.OPTION));
  }
}
