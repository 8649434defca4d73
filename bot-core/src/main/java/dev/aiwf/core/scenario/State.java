package dev.aiwf.core.scenario;

import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Reader;
import dev.aiwf.core.rules.Reading;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Warning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project's state in the words of a scenario. */
final class State {

  private static final String NONE = "none";

  private final Stage stage;

  State(Stage stage) {
    this.stage = stage;
  }

  String word(Check.Word what) {
    return switch (what) {
      case STEP -> stage.here().map(here -> here.step().id()).orElse(NONE);
      case STATUS -> sidecar().map(sidecar -> sidecar.status().key()).orElse(NONE);
      case DEPTH -> sidecar().map(sidecar -> sidecar.depth().key()).orElse(NONE);
      case GATE -> gate().map(gate -> gate.verdict().label()).orElse(NONE);
      case SELF_APPROVED ->
          String.valueOf(gate().filter(Fact.GateDecided::selfApproved).isPresent());
      case COST -> cost().map(cost -> cost.stripTrailingZeros().toPlainString()).orElse(NONE);
    };
  }

  List<String> names(Check.Names what) {
    return switch (what) {
      case OPEN ->
          stage.here().stream().flatMap(here -> here.open().stream()).map(Ask::id).toList();
      case ANSWERED ->
          answers().filter(given -> !given.getValue().stale()).map(Map.Entry::getKey).toList();
      case STALE ->
          answers().filter(given -> given.getValue().stale()).map(Map.Entry::getKey).toList();
      case COMPLETED -> sidecar().map(sidecar -> sidecar.way().completed()).orElse(List.of());
      case SKIPPED ->
          sidecar().map(sidecar -> List.copyOf(sidecar.way().skipped().keySet())).orElse(List.of());
      case OFFERS -> stage.wall().buttons().stream().map(Wall.Labelled::caption).toList();
      case WARNINGS ->
          stage.here().stream().flatMap(here -> here.warnings().stream()).map(Warning::id).toList();
      case FILES ->
          sidecar().stream()
              .flatMap(sidecar -> sidecar.repository().commits().stream())
              .flatMap(commit -> commit.files().stream())
              .distinct()
              .toList();
      case FINDINGS ->
          sidecar()
              .map(sidecar -> List.copyOf(sidecar.findings().items().keySet()))
              .orElse(List.of());
      case TOOLS -> used().map(Happening.Used::tool).toList();
      case REFUSED_TOOLS ->
          used().filter(Happening.Used::refused).map(Happening.Used::tool).toList();
    };
  }

  int count(Check.Count what) {
    return switch (what) {
      case INTERACTIONS -> stage.interactions();
      case FACTS -> stage.facts().size();
      case TOKENS -> sidecar().map(sidecar -> tokens(sidecar)).orElse(0);
    };
  }

  private static int tokens(Sidecar sidecar) {
    return Math.toIntExact(sidecar.conversation().spent().tokens());
  }

  private Optional<BigDecimal> cost() {
    return sidecar().flatMap(known -> Optional.ofNullable(known.conversation().spent().cost()));
  }

  private Stream<Happening.Used> used() {
    return stage.happenings().stream()
        .filter(Happening.Used.class::isInstance)
        .map(Happening.Used.class::cast);
  }

  Optional<Checking.Found> value(Check.Value check) {
    return switch (check.what()) {
      case ANSWERS ->
          stage
              .workflow()
              .ask(check.name())
              .map(ask -> answer(check, ask))
              .orElseGet(() -> unknown(check, "an ask"));
      case DECISIONS ->
          decision(check.name())
              .map(ask -> answer(check, ask))
              .orElseGet(() -> unknown(check, "a decision with that number"));
      case FIGURES ->
          stage.workflow().figure(check.name()).isPresent()
              ? figure(check)
              : unknown(check, "a figure");
    };
  }

  private static Optional<Checking.Found> unknown(Check.Value check, String what) {
    return Optional.of(
        new Checking.Found(
            "%s \"%s\"".formatted(what, check.name()), "the workflow has none of that name"));
  }

  private Optional<Checking.Found> answer(Check.Value check, Ask ask) {
    Value actual = sidecar().map(sidecar -> sidecar.answers().value(ask.id())).orElse(null);
    if (check.value() == null) {
      return differing(actual == null, check, "open", actual);
    }
    return switch (Reader.read(ask, check.value())) {
      case Reading.NotUnderstood(var why) ->
          Optional.of(
              new Checking.Found(
                  "%s: a value that \"%s\" can have".formatted(check.what().key(), check.name()),
                  why));
      case Reading.Understood(var wanted) ->
          differing(same(wanted, actual), check, text(wanted), actual);
    };
  }

  /** A reason is held against the rationale only where one is expected. */
  private static boolean same(Value wanted, @Nullable Value actual) {
    if (wanted instanceof Value.Decision(var choice, var reason)
        && actual instanceof Value.Decision(var taken, _)
        && reason.isEmpty()) {
      return choice.equals(taken);
    }
    return wanted.equals(actual);
  }

  private Optional<Checking.Found> figure(Check.Value check) {
    Optional<BigDecimal> actual =
        known().flatMap(known -> known.figure(check.name())).map(Known.Worked::value);
    Value shown = actual.map(Value.Number::new).orElse(null);
    if (check.value() == null) {
      return differing(actual.isEmpty(), check, "open", shown);
    }
    String wanted = Typed.in(check.value());
    try {
      BigDecimal number = new BigDecimal(wanted.replace(",", ""));
      return differing(
          actual.filter(value -> value.compareTo(number) == 0).isPresent(), check, wanted, shown);
    } catch (NumberFormatException e) {
      return differing(false, check, "a number rather than \"" + wanted + "\"", shown);
    }
  }

  private static Optional<Checking.Found> differing(
      boolean same, Check.Value check, String wanted, @Nullable Value actual) {
    String what = "%s: %s: ".formatted(check.what().key(), check.name());
    return same
        ? Optional.empty()
        : Optional.of(
            new Checking.Found(what + wanted, what + (actual == null ? "open" : text(actual))));
  }

  private static String text(Value value) {
    return value instanceof Value.Decision(var choice, var reason) && !reason.isEmpty()
        ? "%s, because \"%s\"".formatted(choice, reason)
        : value.text();
  }

  private Optional<Ask> decision(String number) {
    return stage.workflow().steps().stream()
        .flatMap(step -> step.asks().stream())
        .filter(ask -> ask.type() instanceof AskType.Decision type && type.number().equals(number))
        .findFirst();
  }

  /** The last gate that was decided, unless what it stood on has changed since. */
  private Optional<Fact.GateDecided> gate() {
    Fact.GateDecided decided = null;
    for (Entry entry : stage.facts()) {
      if (entry.fact() instanceof Fact.GateDecided now) {
        decided = now;
      } else if (entry.fact() instanceof Fact.GateVoided
          && decided != null
          && decided.verdict() != Verdict.NO_GO) {
        decided = null;
      }
    }
    return Optional.ofNullable(decided);
  }

  private Optional<Sidecar> sidecar() {
    return Optional.ofNullable(stage.sidecar());
  }

  private Optional<Known> known() {
    return stage
        .here()
        .map(Situation::known)
        .or(() -> sidecar().map(sidecar -> Known.of(stage.workflow(), sidecar.answers())));
  }

  private Stream<Map.Entry<String, Answers.Answer>> answers() {
    return sidecar().stream().flatMap(sidecar -> sidecar.answers().given().entrySet().stream());
  }
}
