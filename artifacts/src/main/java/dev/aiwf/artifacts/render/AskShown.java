package dev.aiwf.artifacts.render;

import static dev.aiwf.artifacts.render.Shown.words;

import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Resting;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Method;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.Write;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ask as it stands in documents. */
record AskShown(Ask ask, Workflow workflow, Sidecar sidecar, Known known) {

  Shown shown() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("ask", words(ask.text()));
    if (ask.type() instanceof AskType.Decision decision) {
      parts.put("number", words(decision.number()));
      parts.put("reference", words(decision.reference()));
      parts.put("findings", sidecar.references(ask).stream().map(State::finding).toList());
    }
    if (ask.type() instanceof AskType.Number number) {
      parts.put("unit", words(number.unit()));
    }
    Optional<Answers.Answer> answer = known.answer(ask.id());
    if (answer.isPresent()) {
      return answered(parts, answer.get());
    }
    boolean asked = known.puts(ask, sidecar.depth());
    return asked ? new Shown.Open(parts) : new Shown.NotAsked(parts);
  }

  private Shown answered(Map<String, Object> parts, Answers.Answer given) {
    parts.put("by", words(sidecar.nameOf(given.by())));
    parts.put("date", Dates.day(given.at()));
    return new Shown.Thing(
        switch (given.value()) {
          case Value.Text(var text) -> words(text);
          case Value.Number(var number) -> {
            if (ask.type() instanceof AskType.Number type) {
              parts.put("unit", words(FigureShown.unit(number, type.unit())));
            }
            yield new Shown.Figure(number);
          }
          case Value.Choice(var key) -> option(parts, key);
          case Value.Decision(var key, var rationale) -> {
            parts.put("rationale", words(rationale));
            parts.put("alternatives", alternatives(key));
            parts.put("phase", words(phase()));
            parts.put("status", words(given.stale() ? "to be confirmed" : "accepted"));
            parts.put("how", words(how(given.via())));
            parts.put("changed", given.staleBecause().stream().map(this::question).toList());
            parts.put("notes", notes());
            parts.put("rests_on", grounds());
            carried(parts);
            yield option(parts, key);
          }
          case Value.Items items -> {
            parts.put("items", items.items().stream().map(Shown::words).toList());
            yield words(items.text());
          }
          case Value.Table table -> {
            parts.put("rows", table.rows().stream().map(AskShown::row).toList());
            yield words(table.text());
          }
        },
        parts);
  }

  private Shown option(Map<String, Object> parts, String key) {
    Optional<AskType.Option> option = ask.type().option(key);
    Shown label = words(option.map(AskType.Option::label).orElse(key));
    parts.put("key", words(key));
    parts.put("label", label);
    parts.put("help", words(option.map(AskType.Option::help).orElse(null)));
    return label;
  }

  private static String how(Fact.Via via) {
    return switch (via) {
      case RECOMMENDED -> "as recommended";
      case REVISED -> "as a revision";
      case PROPOSED -> "out of the edited sidecar";
      case ADVISED -> "as the architect proposed";
      case HEARD -> "read out of what was said";
      case IMPORTED -> "taken over from the repository";
      case TYPED, CHOSEN -> "";
    };
  }

  private Shown question(String id) {
    return words(known.ask(id).map(Ask::text).orElse(id));
  }

  /** What would go stale with it. Files of several steps are written anew with each of them. */
  private void carried(Map<String, Object> parts) {
    Resting resting = Resting.on(workflow, sidecar, known, ask);
    parts.put("carries", resting.decisions().stream().map(AskShown::named).toList());
    List<String> growing = growing();
    parts.put(
        "carries_files",
        resting.files().stream()
            .filter(file -> !growing.contains(file))
            .<Shown>map(Shown::words)
            .toList());
  }

  private static Shown named(Ask other) {
    String number = other.type() instanceof AskType.Decision type ? type.number() : other.id();
    return new Shown.Thing(null, Map.of("number", words(number), "label", words(other.text())));
  }

  private List<String> growing() {
    List<String> all =
        workflow.steps().stream()
            .flatMap(step -> step.writes().stream().map(Write::to).distinct())
            .toList();
    return all.stream().filter(file -> Collections.frequency(all, file) > 1).toList();
  }

  private String phase() {
    return workflow.stepOf(ask.id()).map(step -> workflow.phase(step.phase()).title()).orElse("");
  }

  private List<Shown> notes() {
    return sidecar.remarks().notesOn(ask.id()).stream()
        .<Shown>map(note ->
            new Shown.Thing(
                null,
                Map.of(
                    "method", words(method(note.method())),
                    "text", words(note.text()),
                    "by", words(sidecar.nameOf(note.by())),
                    "date", Dates.day(note.at()))))
        .toList();
  }

  private String method(@Nullable String id) {
    return workflow.methods().stream()
        .filter(method -> method.id().equals(id))
        .map(Method::title)
        .findFirst()
        .orElse("Note");
  }

  /** The answers it rests on, as far as they were given. */
  private List<Shown> grounds() {
    return ask.type() instanceof AskType.Decision decision
        ? decision.restsOn().stream().flatMap(ground -> ground(ground).stream()).toList()
        : List.of();
  }

  private Optional<Shown> ground(String id) {
    return known
        .ask(id)
        .flatMap(ground ->
            known
                .answer(id)
                .map(given ->
                    new Shown.Thing(
                        null,
                        Map.of(
                            "ask", words(ground.text()),
                            "answer", words(Words.value(ground, given.value()))))));
  }

  private List<Shown> alternatives(String chosen) {
    return ask.type().options().stream()
        .filter(option -> !option.key().equals(chosen))
        .<Shown>map(option ->
            new Shown.Thing(
                null,
                Map.of(
                    "key", words(option.key()),
                    "label", words(option.label()),
                    "help", words(option.help()))))
        .toList();
  }

  private static Shown row(Map<String, String> row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    row.forEach((column, cell) -> cells.put(column, words(cell)));
    return new Shown.Thing(null, cells);
  }
}
