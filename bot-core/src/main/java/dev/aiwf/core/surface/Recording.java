package dev.aiwf.core.surface;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.guide.Submission;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import java.util.List;
import java.util.Map;

/** Putting a message down as an answer or a decision of the step that is open. */
public final class Recording {

  /** The field that says which ask is answered. */
  public static final String ASK = "ask";

  /** The field that holds what is put down. */
  public static final String WORDS = "words";

  private Recording() {}

  /** What could be answered now; nothing where nothing is asked. */
  public static List<Ask> asks(Projects.Standing project) {
    return Situation.of(project.workflow(), project.sidecar())
        .filter(Situation::underWay)
        .map(Situation::open)
        .orElse(List.of());
  }

  /** What an ask is called where it is chosen. */
  public static String label(Ask ask) {
    return (ask.type() instanceof AskType.Decision ? "Decision: " : "") + ask.text();
  }

  /** An action, or what is wrong with what was filled in, by field. */
  public static Submission read(Projects.Standing project, Map<String, String> values) {
    String ask = values.getOrDefault(ASK, "");
    String words = values.getOrDefault(WORDS, "");
    return Situation.of(project.workflow(), project.sidecar())
        .filter(here -> here.open().stream().anyMatch(open -> open.id().equals(ask)))
        .map(here ->
            Forms.read(here, new FormRef.Asks(List.of(ask)), Map.of(ask, chosen(here, ask, words))))
        .map(read ->
            switch (read) {
              case Submission.Ready ready -> (Submission) ready;
              case Submission.Wrong(var errors) ->
                  new Submission.Wrong(Map.of(WORDS, String.join(" ", errors.values())));
            })
        .orElseGet(() ->
            new Submission.Wrong(Map.of(ASK, "That was answered meanwhile. Nothing changed.")));
  }

  /** An option is meant by its label as well, as it is when somebody types it. */
  private static String chosen(Situation here, String ask, String words) {
    return here.step()
        .ask(ask)
        .flatMap(known ->
            known.type().options().stream()
                .filter(option -> option.label().equalsIgnoreCase(words.strip()))
                .findFirst())
        .map(AskType.Option::key)
        .orElse(words);
  }
}
