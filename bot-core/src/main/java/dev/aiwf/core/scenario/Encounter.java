package dev.aiwf.core.scenario;

import dev.aiwf.core.port.Architect;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Spent;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has an architect lead people whom another model plays from what a scenario knows. */
public final class Encounter {

  private static final String COMPLETE = "complete";

  private final Scenario scenario;
  private final Sidecar known;
  private final Stage stage;
  private final Parts parts;
  private final Moves moves;
  private long spent;

  private Encounter(Workflow workflow, Scenario scenario, Sidecar known, Parts parts) {
    this.scenario = scenario;
    this.known = known;
    this.parts = parts;
    this.stage =
        new Stage(
            workflow,
            scenario.project(),
            true,
            new Cast(parts.architect().model(), Cast.NOBODY.recites(), parts.knowledge()));
    this.moves = new Moves(stage, scenario);
  }

  /**
   * Who meets whom, and for how long.
   *
   * @param people plays the people
   * @param rounds how often it may be asked
   * @param tokens how many tokens both may take together
   */
  public record Parts(
      Architect architect,
      Architect people,
      Optional<Knowledge> knowledge,
      int rounds,
      long tokens) {}

  /** What comes of it; none if the scenario itself leads nowhere. */
  public static Optional<Score> of(Workflow workflow, Scenario scenario, Parts parts)
      throws InterruptedException {
    Sidecar known = Rehearsal.play(workflow, scenario).sidecar();
    if (known == null) {
      return Optional.empty();
    }
    try {
      Encounter encounter = new Encounter(workflow, scenario, known, parts);
      return Optional.of(encounter.score(encounter.ended()));
    } catch (Interrupted e) {
      throw e.why();
    }
  }

  /** Why it ended. */
  private String ended() throws InterruptedException {
    moves.make(
        scenario.people().getFirst(), new Move.Start(scenario.project(), scenario.repository()));
    Extras extras = new Extras(stage, scenario, moves, this::answered);
    for (int round = 0; round < parts.rounds(); round++) {
      if (tokens() + spent > parts.tokens()) {
        return "its tokens were used up";
      }
      try {
        Architect.Answer answer = parts.people().talk(extras.told(known), extras);
        spent += answer.spent().read() + answer.spent().written();
      } catch (Architect.Silent e) {
        return String.valueOf(e.getMessage());
      }
      if (complete()) {
        return COMPLETE;
      }
      if (!extras.didAnything()) {
        return "people had nothing more to say";
      }
    }
    return "its rounds were used up";
  }

  /** The architect has the word until nobody waits for it. */
  private void answered() {
    while (stage.asksArchitect()) {
      stage.answers(parts.architect(), _ -> {});
    }
  }

  private boolean complete() {
    Sidecar sidecar = stage.sidecar();
    return sidecar != null && sidecar.status() == Status.COMPLETE;
  }

  private long tokens() {
    return spent(stage.sidecar()).tokens();
  }

  private static Spent spent(@Nullable Sidecar sidecar) {
    return sidecar == null ? Spent.NOTHING : sidecar.conversation().spent();
  }

  private Score score(String end) {
    State state = new State(stage);
    Set<String> asks = known.answers().given().keySet();
    List<String> answered = state.names(Check.Names.ANSWERED);
    List<String> tools = state.names(Check.Names.TOOLS);
    List<Fact.Proposed> advice =
        stage.facts().stream()
            .map(entry -> entry.fact())
            .filter(Fact.Proposed.class::isInstance)
            .map(Fact.Proposed.class::cast)
            .filter(proposed -> proposed.proposal().advice() != null)
            .toList();
    Spent architect = spent(stage.sidecar());
    return new Score(
        scenario.name(),
        Math.toIntExact(asks.stream().filter(answered::contains).count()),
        asks.size(),
        tools.size() - state.names(Check.Names.REFUSED_TOOLS).size(),
        tools.size(),
        Math.toIntExact(advice.stream().filter(Encounter::isGrounded).count()),
        advice.size(),
        stage.interactions(),
        architect.tokens(),
        architect.cost(),
        spent,
        state.word(Check.Word.STEP),
        end);
  }

  private static boolean isGrounded(Fact.Proposed proposed) {
    return proposed.proposal().advice() != null && !proposed.proposal().advice().rests().isEmpty();
  }
}
