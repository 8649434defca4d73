package dev.aiwf.core.scenario;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.guide.Form;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.guide.Submission;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Depth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does for people what a surface does for them: finds the button, opens the form, sends it. */
final class Moves {

  private static final String TAKE = "take the recommended";
  private static final String SETTLED = "There is nothing left to fill in there.";

  private final Stage stage;
  private final Scenario scenario;
  private final Map<String, Opened> opened = new HashMap<>();

  Moves(Stage stage, Scenario scenario) {
    this.stage = stage;
    this.scenario = scenario;
  }

  /** A form that somebody has before them. */
  private record Opened(String label, FormRef ref, Form form) {}

  /** Makes a move, or is stuck. */
  void make(Scenario.Actor actor, Move move) {
    switch (move) {
      case Move.Start(var project, var repository) -> start(actor, project, repository);
      case Move.Say(var text) -> stage.says(actor, text);
      case Move.Press(var button, var on, var fill) -> press(actor, button, on, fill);
      case Move.Open(var button, var on) -> open(actor, button, on);
      case Move.Fill(var fill) -> fill(actor, fill);
      case Move.Answer(var answers) -> answer(actor, answers);
      case Move.Each(var answers) ->
          inTurn(answers.entrySet(), answer -> each(actor, answer.getKey(), answer.getValue()));
      case Move.Take _ -> take(actor);
      case Move.Tick(var items) -> tick(actor, items);
      case Move.Revise(var answers) ->
          asks(
              actor,
              new Action.Revise(answers, stage.sidecar() == null ? 0 : stage.sidecar().number()),
              "revise " + shown(answers));
      case Move.Give(var to, var role) ->
          asks(
              actor,
              new Action.Assign(Stage.person(scenario.actor(to).orElseThrow()), role),
              "give %s the role %s".formatted(to, role.name().toLowerCase(Locale.ROOT)));
      case Move.Stop _ -> asks(actor, new Action.Stop(), "stop");
    }
  }

  /** Several things as one move; only the last may be refused, where that is expected. */
  private <T> void inTurn(Collection<T> all, Consumer<T> each) {
    String before = null;
    for (T one : all) {
      if (before != null) {
        throw new Stuck("each of these to be taken", "one was refused: " + before);
      }
      each.accept(one);
      before = stage.refused();
    }
  }

  private void start(Scenario.Actor actor, String project, @Nullable String repository) {
    String words =
        "/aiwf start "
            + (project.contains(" ") ? "\"" + project + "\"" : project)
            + (scenario.depth() == Depth.STANDARD ? "" : " " + scenario.depth().key())
            + (repository == null ? "" : " repo:" + repository);
    asks(
        actor,
        new Action.Start(
            project, stage.workflow().ref(), repository, scenario.brief(), scenario.depth()),
        words);
  }

  private void asks(Scenario.Actor actor, Action action, String words) {
    stage.does(actor, action, new Happening.Asked(actor.name(), words));
  }

  private void press(
      Scenario.Actor actor, String name, @Nullable String on, Map<String, Input> fill) {
    Wall.Labelled button = find(name, on);
    switch (button.button().press()) {
      case Press.Send(var action) -> {
        if (!fill.isEmpty()) {
          throw new Stuck(
              "a form behind the button \"%s\"".formatted(button.shown()), "it has none");
        }
        stage.does(actor, action, new Happening.Pressed(actor.name(), button.shown(), Map.of()));
      }
      case Press.Open(var ref) ->
          form(ref)
              .ifPresentOrElse(
                  form -> send(actor, new Opened(button.shown(), ref, form), fill),
                  () -> nothingLeft(actor, button));
    }
  }

  private void open(Scenario.Actor actor, String name, @Nullable String on) {
    Wall.Labelled button = find(name, on);
    if (!(button.button().press() instanceof Press.Open(var ref))) {
      throw new Stuck("a form behind the button \"%s\"".formatted(button.shown()), "it has none");
    }
    form(ref)
        .ifPresentOrElse(
            form -> opened.put(actor.name(), new Opened(button.shown(), ref, form)),
            () -> nothingLeft(actor, button));
  }

  private void nothingLeft(Scenario.Actor actor, Wall.Labelled button) {
    stage.failsTo(actor, new Happening.Pressed(actor.name(), button.shown(), Map.of()), SETTLED);
  }

  private void fill(Scenario.Actor actor, Map<String, Input> fill) {
    Opened form = opened.remove(actor.name());
    if (form == null) {
      throw new Stuck("a form that %s left open".formatted(actor.name()), "there is none");
    }
    send(actor, form, fill);
  }

  private void send(Scenario.Actor actor, Opened opened, Map<String, Input> fill) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    for (Form.Field field : opened.form().fields()) {
      Input given = fill.get(field.id());
      String value = given == null ? field.value() : Typed.in(given);
      if (value != null) {
        values.put(field.id(), value);
        seen.put(field.label(), Typed.shown(field, value));
      }
    }
    List<String> fields = opened.form().fields().stream().map(Form.Field::id).toList();
    fill.keySet()
        .forEach(id -> {
          if (!fields.contains(id)) {
            throw new Stuck(
                "a field \"%s\" in the form \"%s\"".formatted(id, opened.form().title()),
                "its fields are: " + String.join(", ", fields));
          }
        });
    Happening pressed = new Happening.Pressed(actor.name(), opened.label(), seen);
    Situation here = stage.here().orElseThrow();
    switch (Forms.read(here, opened.ref(), values)) {
      case Submission.Ready(var action) -> stage.does(actor, action, pressed);
      case Submission.Wrong(var errors) ->
          stage.failsTo(actor, pressed, String.join(" ", errors.values()));
    }
  }

  private void answer(Scenario.Actor actor, Map<String, Input> answers) {
    Map<String, Input> plain = new LinkedHashMap<>(answers);
    plain.values().removeIf(Input.Decision.class::isInstance);
    if (!plain.isEmpty()) {
      FormRef ref = new FormRef.Asks(List.of());
      plain.keySet().forEach(this::mustBeOpen);
      send(actor, new Opened("Use a form", ref, form(ref).orElseThrow()), plain);
    }
    Map<String, Input> decisions = new LinkedHashMap<>(answers);
    decisions.keySet().removeAll(plain.keySet());
    if (!decisions.isEmpty() && !plain.isEmpty() && stage.refused() != null) {
      throw new Stuck("the form to be taken", "it was refused: " + stage.refused());
    }
    inTurn(decisions.entrySet(), answer -> each(actor, answer.getKey(), answer.getValue()));
  }

  private void mustBeOpen(String ask) {
    List<Ask> open = stage.here().map(Situation::open).orElse(List.of());
    if (open.stream().noneMatch(known -> known.id().equals(ask))) {
      throw new Stuck("an open question \"%s\"".formatted(ask), "open are: " + ids(open));
    }
  }

  private void each(Scenario.Actor actor, String id, Input input) {
    Optional<Ask> next = stage.here().filter(Situation::underWay).flatMap(Situation::next);
    if (next.filter(ask -> ask.id().equals(id)).isEmpty()) {
      throw new Stuck(
          "\"%s\" to be asked".formatted(id),
          next.map(ask -> "\"%s\" is asked".formatted(ask.id())).orElse("nothing is asked"));
    }
    if (input instanceof Input.Decision(var choice, var reason)) {
      String label =
          next.get()
              .type()
              .option(choice)
              .orElseThrow(() ->
                  new Stuck("an option \"%s\" of \"%s\"".formatted(choice, id), "there is none"))
              .label();
      press(actor, label, next.get().text(), Map.of(Forms.REASON, new Input.Text(reason)));
    } else {
      stage.says(actor, Typed.in(input));
    }
  }

  private void take(Scenario.Actor actor) {
    stage.says(actor, TAKE);
  }

  private void tick(Scenario.Actor actor, List<String> items) {
    if (items.isEmpty()) {
      List<String> open =
          stage.wall().ticks().stream()
              .filter(tick -> !tick.ticked())
              .map(Wall.Labelled::caption)
              .toList();
      if (open.isEmpty()) {
        throw new Stuck("a checklist with something to tick", "there is none");
      }
      inTurn(open, item -> press(actor, item, null, Map.of()));
    } else {
      inTurn(items, item -> press(actor, item, null, Map.of()));
    }
  }

  private Optional<Form> form(FormRef ref) {
    return stage.here().flatMap(here -> Forms.form(here, ref));
  }

  private Wall.Labelled find(String name, @Nullable String on) {
    return stage
        .wall()
        .find(name, on)
        .orElseThrow(() ->
            new Stuck(
                on == null
                    ? "a button \"%s\"".formatted(name)
                    : "a button \"%s\" that stood on \"%s\"".formatted(name, on),
                "buttons that stand: " + standing()));
  }

  private String standing() {
    String labels =
        stage.wall().buttons().stream()
            .map(Wall.Labelled::shown)
            .collect(Collectors.joining("], ["));
    return labels.isEmpty() ? "none" : "[" + labels + "]";
  }

  private static String ids(List<Ask> asks) {
    return asks.isEmpty() ? "none" : asks.stream().map(Ask::id).collect(Collectors.joining(", "));
  }

  private static String shown(Map<String, Input> answers) {
    return answers.entrySet().stream()
        .map(answer -> answer.getKey() + ": " + Typed.in(answer.getValue()))
        .collect(Collectors.joining(", "));
  }
}
