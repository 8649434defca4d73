package dev.aiwf.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form that starts a project in a channel, for whoever is in none just now. */
record StartForm(Projects projects, Door door) {

  static final String CALLBACK = "start";

  private static final String CHANNEL = "channel";
  private static final String NAME = "name";
  private static final String WORKFLOW = "workflow";
  private static final String DEPTH = "depth";
  private static final String REPOSITORY = "repository";

  /** A start that was filled in, and where it is to be. */
  record Filled(String channel, ProjectId project, Action.Start start) {}

  View view() {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        input(
            CHANNEL,
            "In which channel?",
            ConversationsSelectElement.builder()
                .actionId(Modal.VALUE)
                .filter(
                    ConversationsFilter.builder()
                        .include(List.of("public", "private"))
                        .excludeBotUsers(true)
                        .build())
                .build(),
            false));
    blocks.add(input(NAME, "What is it called?", line(), false));
    List<Workflow> offered = projects.offered();
    if (offered.size() > 1) {
      blocks.add(
          input(
              WORKFLOW,
              "Which workflow?",
              select(
                  offered.stream().map(each -> option(each.ref().id(), each.ref().id())).toList(),
                  offered.getFirst().ref().id()),
              false));
    }
    blocks.add(
        input(
            DEPTH,
            "How far to go into things?",
            select(
                Arrays.stream(Depth.values()).map(each -> option(each.key(), each.key())).toList(),
                Depth.STANDARD.key()),
            false));
    blocks.add(input(REPOSITORY, "The team's repository, if it is to be linked", line(), true));
    return Modal.framed(CALLBACK, "", "Start a project", "Start", blocks);
  }

  private static PlainTextInputElement line() {
    return PlainTextInputElement.builder()
        .actionId(Modal.VALUE)
        .maxLength(SlackLimits.INPUT)
        .build();
  }

  private static StaticSelectElement select(List<OptionObject> options, String begins) {
    return StaticSelectElement.builder()
        .actionId(Modal.VALUE)
        .options(options)
        .initialOption(
            options.stream()
                .filter(each -> each.getValue().equals(begins))
                .findFirst()
                .orElse(null))
        .build();
  }

  private static OptionObject option(String label, String value) {
    return OptionObject.builder().text(Texts.plain(label, SlackLimits.OPTION)).value(value).build();
  }

  static InputBlock input(String id, String label, BlockElement element, boolean optional) {
    return InputBlock.builder()
        .blockId(id)
        .label(Texts.plain(label, SlackLimits.INPUT_LABEL))
        .element(element)
        .optional(optional)
        .build();
  }

  /** What is wrong, by field; nothing if it can be started. */
  Map<String, String> wrong(Map<String, String> values) {
    if (ProjectId.of(values.getOrDefault(NAME, "")).isEmpty()) {
      return Map.of(NAME, "A name needs a letter or a digit, and 60 characters at most.");
    }
    if (!door.open(values.getOrDefault(CHANNEL, ""))) {
      return Map.of(CHANNEL, Door.CLOSED);
    }
    return workflow(values).isEmpty()
        ? Map.of(NAME, "No workflow is offered. Whoever runs aiwf can see why.")
        : Map.of();
  }

  /** What was filled in; only where nothing is wrong with it. */
  Optional<Filled> read(Map<String, String> values) {
    String name = values.getOrDefault(NAME, "");
    return workflow(values)
        .flatMap(workflow ->
            ProjectId.of(name)
                .map(project ->
                    new Filled(
                        values.getOrDefault(CHANNEL, ""),
                        project,
                        new Action.Start(
                            name, workflow.ref(), repository(values), null, depth(values)))));
  }

  private Optional<Workflow> workflow(Map<String, String> values) {
    String wanted = values.get(WORKFLOW);
    return projects.offered().stream()
        .filter(each -> wanted == null || each.ref().id().equals(wanted))
        .findFirst();
  }

  private static @Nullable String repository(Map<String, String> values) {
    String address = values.getOrDefault(REPOSITORY, "").strip();
    return address.isEmpty() ? null : address;
  }

  private static Depth depth(Map<String, String> values) {
    return Arrays.stream(Depth.values())
        .filter(each -> each.key().equals(values.get(DEPTH)))
        .findFirst()
        .orElse(Depth.STANDARD);
  }
}
