package dev.aiwf.core.scenario;

import dev.aiwf.core.port.Architect;
import dev.aiwf.core.port.Architect.Line;
import dev.aiwf.core.port.Architect.Shape;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Does what a model in the people's place wants to do: types, and presses buttons that stand. */
final class Extras implements Architect.Listener {

  private static final String SAY = "say";
  private static final String PRESS = "press";
  private static final int LONGEST = 12_000;
  private static final Architect.Limits LIMITS = new Architect.Limits(6, 16_000, 1_000, 60_000);

  private static final String PERSONA =
      """
      You play the people of a team in a rehearsal. An architect leads them through a project in a \
      chat channel; you write and press what they would.

      - What you know stands under "What you know". Say what fits when it is asked for, in your own \
      words, several things at once; never what does not stand there.
      - Accept a proposal that agrees with what you know; otherwise say what speaks against it.
      - Press C where a menu offers Continue and nothing is open, X and Finish at the end. Meet \
      warnings with Acknowledge. Tick a checklist by its "all" buttons, then GO by an approver.
      - "take the recommended", said, takes what follows from what was answered before.
      - Do something with your tools each time, and write nothing else.
      """;

  private final Stage stage;
  private final Scenario scenario;
  private final Moves moves;
  private final Runnable answered;
  private int seen;
  private boolean did;

  /**
   * People who have not done anything yet.
   *
   * @param answered has the architect answer what it was asked
   */
  Extras(Stage stage, Scenario scenario, Moves moves, Runnable answered) {
    this.stage = stage;
    this.scenario = scenario;
    this.moves = moves;
    this.answered = answered;
  }

  /** Whether anything was done since this was last asked. */
  boolean didAnything() {
    boolean anything = did;
    did = false;
    return anything;
  }

  /** What the model is told. */
  Architect.Talk told(Sidecar known) {
    return new Architect.Talk(
        PERSONA,
        List.of(
            new Line.Told("The people: " + people() + "."),
            new Line.Quoted("What you know", facts(known)),
            new Line.Quoted("What happened in the channel since you last looked", news()),
            new Line.Quoted("The buttons that stand, the lowest first", buttons()),
            new Line.Told("What do they do now?")),
        tools(),
        LIMITS);
  }

  private String people() {
    return scenario.people().stream()
        .map(actor -> actor.name() + " " + actor.roles())
        .collect(Collectors.joining(", "));
  }

  private String facts(Sidecar known) {
    String facts =
        known.answers().given().entrySet().stream()
            .flatMap(given ->
                stage.workflow().ask(given.getKey()).stream()
                    .map(ask ->
                        "- %s %s"
                            .formatted(ask.text(), Words.value(ask, given.getValue().value()))))
            .collect(Collectors.joining("\n"));
    return scenario.brief() == null ? facts : scenario.brief() + "\n" + facts;
  }

  private String news() {
    List<Happening> all = stage.happenings();
    String news = Transcript.of(all.subList(seen, all.size()));
    seen = all.size();
    return Clean.shortened(news, LONGEST);
  }

  private String buttons() {
    return stage.wall().buttons().stream()
        .map(Wall.Labelled::shown)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private List<Architect.Tool> tools() {
    Shape who = new Shape.OneOf("Who does it", names());
    return List.of(
        new Architect.Tool(
            SAY,
            "Somebody writes something in the channel.",
            new Shape.Fields(
                "",
                Map.of("who", who, "words", new Shape.Text("What they write", 2_000)),
                Set.of("who", "words"))),
        new Architect.Tool(
            PRESS,
            "Somebody presses a button that stands, and fills in the form if it opens one.",
            new Shape.Fields(
                "",
                Map.of(
                    "who",
                    who,
                    "button",
                    new Shape.Text("How its label begins, or a menu's letter", 200),
                    "fill",
                    new Shape.Many(
                        "What is filled in",
                        new Shape.Fields(
                            "A field",
                            Map.of(
                                "field",
                                new Shape.Text("Its name", 100),
                                "value",
                                new Shape.Text("What is filled in", 2_000)),
                            Set.of("field", "value")),
                        20)),
                Set.of("who", "button"))));
  }

  private List<String> names() {
    return scenario.people().stream().map(Scenario.Actor::name).toList();
  }

  @Override
  public void hear(String soFar) {
    // What they do is done with tools.
  }

  @Override
  public boolean stopped() {
    return false;
  }

  @Override
  public Architect.Result call(Architect.Call call) {
    Optional<Scenario.Actor> actor = scenario.actor(text(call.with(), "who"));
    Optional<Move> move = move(call);
    if (actor.isEmpty() || move.isEmpty()) {
      return new Architect.Result("Nobody does that.", true);
    }
    try {
      moves.make(actor.get(), move.get());
    } catch (Stuck stuck) {
      return new Architect.Result(
          Clean.shortened("%s, but %s".formatted(stuck.expected(), stuck.instead()), LONGEST),
          true);
    }
    did = true;
    answered.run();
    return new Architect.Result(news(), stage.refused() != null);
  }

  private static Optional<Move> move(Architect.Call call) {
    return switch (call.tool()) {
      case SAY -> Optional.of(new Move.Say(text(call.with(), "words")));
      case PRESS ->
          Optional.of(new Move.Press(text(call.with(), "button"), null, filled(call.with())));
      default -> Optional.empty();
    };
  }

  private static Map<String, Input> filled(Map<String, Object> with) {
    Map<String, Input> filled = new LinkedHashMap<>();
    if (with.get("fill") instanceof List<?> fields) {
      for (Object field : fields) {
        if (field instanceof Map<?, ?> map) {
          filled.put(text(map, "field"), new Input.Text(text(map, "value")));
        }
      }
    }
    return filled;
  }

  private static String text(Map<?, ?> with, String name) {
    Object value = with.get(name);
    return value == null ? "" : String.valueOf(value);
  }
}
