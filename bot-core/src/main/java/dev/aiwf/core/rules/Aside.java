package dev.aiwf.core.rules;

import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Fact.Topic;
import dev.aiwf.core.project.FileNames;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that show something and change nothing, so that they can be said at any time. */
public final class Aside {

  /**
   * One such word.
   *
   * @param topic what it shows
   * @param about what may follow it, for the help text; none if nothing may
   * @param shows what it shows, for the help text; none if the word is another name of one before
   */
  public record Word(Topic topic, @Nullable String about, @Nullable String shows) {}

  /** Every word that shows something. */
  public static final Map<String, Word> WORDS = words();

  private static final Pattern FILE = Pattern.compile("\\S+\\.\\w{1,10}");

  private Aside() {}

  /** What happens when somebody wants to see something: a file has to be read first. */
  public static Fact fact(Sidecar sidecar, Topic topic, @Nullable String of) {
    return Optional.ofNullable(of)
        .filter(_ -> topic == Topic.ARTIFACT)
        .flatMap(sidecar.repository()::file)
        .<Fact>map(Fact.ArtifactWanted::new)
        .orElseGet(() -> new Fact.Shown(topic, of));
  }

  /** What a text asks to see, if it is one of the words. */
  public static Optional<Fact.Shown> meant(Workflow workflow, String text) {
    String typed = text.toLowerCase(Locale.ROOT).strip();
    boolean asked = typed.length() > 1 && typed.endsWith("?");
    String[] parts = (asked ? typed.substring(0, typed.length() - 1) : typed).split("\\s+", 2);
    Word word = WORDS.get(parts[0]);
    if (word == null) {
      return Optional.empty();
    }
    if (parts.length == 1) {
      return Optional.of(new Fact.Shown(word.topic(), null));
    }
    return word.about() == null
        ? Optional.empty()
        : about(workflow, word.topic(), parts[1].strip())
            .map(of -> new Fact.Shown(word.topic(), of));
  }

  /** "Why" may begin any sentence; it is a word only before something that there is. */
  private static Optional<String> about(Workflow workflow, Topic topic, String named) {
    if (topic == Topic.ARTIFACT) {
      return Optional.of(named).filter(FILE.asMatchPredicate());
    }
    return ask(workflow, named)
        .map(Ask::id)
        .or(() -> topic == Topic.WHY ? line(workflow, named) : Optional.empty());
  }

  /** A file that the workflow writes, or a line of one. */
  private static Optional<String> line(Workflow workflow, String named) {
    return Optional.of(named).filter(of -> !writing(workflow, of).isEmpty());
  }

  /** The steps that write a file, named with or without its folders and a line. */
  public static List<Step> writing(Workflow workflow, String named) {
    String file = named.replaceFirst(":\\d{1,7}$", "");
    return workflow.steps().stream()
        .filter(step -> step.writes().stream().anyMatch(write -> FileNames.means(file, write.to())))
        .toList();
  }

  /** The ask that people mean, by its id or by its number in the log. */
  public static Optional<Ask> ask(Workflow workflow, String named) {
    String wanted = named.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    List<Ask> asks = workflow.steps().stream().flatMap(step -> step.asks().stream()).toList();
    return asks.stream().filter(ask -> names(ask).contains(wanted)).findFirst();
  }

  private static List<String> names(Ask ask) {
    return ask.type() instanceof AskType.Decision decision
        ? List.of(ask.id(), decision.number().replace('-', '_'))
        : List.of(ask.id());
  }

  private static Map<String, Word> words() {
    Map<String, Word> words = new LinkedHashMap<>();
    words.put("help", new Word(Topic.HELP, null, "what can be typed"));
    words.put("?", new Word(Topic.HELP, null, null));
    words.put("progress", new Word(Topic.PROGRESS, null, "where the project stands"));
    words.put("status", new Word(Topic.PROGRESS, null, null));
    words.put("decisions", new Word(Topic.DECISIONS, null, "what was decided, by whom and why"));
    words.put("why", new Word(Topic.WHY, "arch-001", "what a decision or a question rests on"));
    words.put("figures", new Word(Topic.FIGURES, null, "what was worked out, and how"));
    words.put("warnings", new Word(Topic.WARNINGS, null, "what contradicts and what is at risk"));
    words.put("findings", new Word(Topic.FINDINGS, null, "what the knowledge base said here"));
    words.put("revise", new Word(Topic.REVISING, "budget_month", "how to answer something anew"));
    words.put("change", new Word(Topic.REVISING, "budget_month", null));
    words.put("people", new Word(Topic.PEOPLE, null, "who takes part, and who must sign"));
    words.put("policy", new Word(Topic.PEOPLE, null, null));
    words.put("gate", new Word(Topic.GATE, null, "the gate, where one waits"));
    words.put("remind", new Word(Topic.REMINDER, null, "who is waited for, and names them"));
    words.put("summary", new Word(Topic.SUMMARY, null, "the project on one screen"));
    words.put("export", new Word(Topic.EXPORT, null, "where the files are"));
    words.put(
        "artifacts",
        new Word(Topic.ARTIFACT, "architecture-decision.md", "the files, or what is in one"));
    words.put("artifact", new Word(Topic.ARTIFACT, "architecture-decision.md", null));
    words.put("depth", new Word(Topic.DEPTH, null, "how far it goes into things"));
    return Collections.unmodifiableMap(words);
  }
}
