package dev.aiwf.discord;

import dev.aiwf.core.guide.Submission;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.surface.Recording;
import dev.aiwf.core.surface.Reply;
import dev.aiwf.core.workflow.Ask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.modals.Modal;

/** The entry in a message's menu that puts the message down as an answer or a decision. */
record RecordMenu(Projects projects, Places places) {

  /** As it stands in the menu. */
  static final String ENTRY = "Record as answer or decision";

  private static final String FORM = "record:";
  private static final String NO_PROJECT =
      "That message stands in no project's thread, so there is nothing that it could answer.";
  private static final String NOTHING_ASKED =
      "Nothing is asked just now that it could answer. What was answered before is changed with"
          + " @aiwf revise.";

  static boolean isRecord(String form) {
    return form.startsWith(FORM);
  }

  void chosen(MessageContextInteractionEvent event, Asker asker) {
    Optional<Projects.Standing> project =
        places.project(asker).flatMap(place -> projects.find(place.project()));
    if (project.isEmpty()) {
      Acks.say(event, Reply.of(NO_PROJECT));
      return;
    }
    List<Ask> asks = Recording.asks(project.get());
    if (asks.isEmpty()) {
      Acks.say(event, Reply.of(NOTHING_ASKED));
      return;
    }
    String words = event.getTarget().getContentDisplay().strip();
    Acks.open(event, modal(project.get(), asks, words));
  }

  private static Modal modal(Projects.Standing project, List<Ask> asks, String words) {
    StringSelectMenu.Builder menu =
        StringSelectMenu.create(Recording.ASK).setPlaceholder("Choose…").setRequired(true);
    asks.stream()
        .limit(DiscordLimits.OPTIONS)
        .map(ask ->
            SelectOption.of(Clean.shortened(Recording.label(ask), DiscordLimits.OPTION), ask.id()))
        .forEach(menu::addOptions);
    return Modal.create(FORM + project.sidecar().visitNumber(), "Record")
        .addComponents(
            Label.of("What does it answer?", menu.build()),
            Label.of(
                "What is put down",
                FormModal.typed(
                    Recording.WORDS,
                    TextInputStyle.PARAGRAPH,
                    Clean.shortened(words, DiscordLimits.INPUT),
                    true)))
        .build();
  }

  /** The project that it was opened for, if that still is where it was. */
  Optional<ProjectId> project(Asker asker, String form) {
    return places
        .project(asker)
        .map(Projects.Place::project)
        .filter(project ->
            projects
                .find(project)
                .filter(standing -> form.equals(FORM + standing.sidecar().visitNumber()))
                .isPresent());
  }

  Submission read(ProjectId project, Map<String, String> values) {
    return projects
        .find(project)
        .map(standing -> Recording.read(standing, values))
        .orElseGet(() -> new Submission.Wrong(Map.of()));
  }
}
