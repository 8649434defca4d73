package dev.aiwf.core.scenario;

import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Plays a scenario through the whole core, in memory and with a clock of its own. */
public final class Rehearsal {

  private static final int LAST = 6;

  private final Scenario scenario;
  private final Cast cast;
  private final Stage stage;
  private final Moves moves;
  private final Checking checking;
  private final List<Mismatch> mismatches = new ArrayList<>();
  private boolean acted = true;

  private Rehearsal(Workflow workflow, Scenario scenario, boolean posted, Cast cast) {
    this.scenario = scenario;
    this.cast = cast;
    this.stage = new Stage(workflow, scenario.project(), posted, cast);
    this.moves = new Moves(stage, scenario);
    this.checking = new Checking(stage);
  }

  /** What comes of a scenario. The same scenario always comes to the same. */
  public static Performance play(Workflow workflow, Scenario scenario) {
    return play(new Rehearsal(workflow, scenario, true, Cast.NOBODY));
  }

  /** The same where nobody talks in a channel, as it is for those who use the API or the pages. */
  public static Performance playWithoutChannels(Workflow workflow, Scenario scenario) {
    return play(new Rehearsal(workflow, scenario, false, Cast.NOBODY));
  }

  /** The same where a model's answers were recorded, and a knowledge base may be asked. */
  public static Performance play(Workflow workflow, Scenario scenario, Cast cast)
      throws InterruptedException {
    try {
      return play(new Rehearsal(workflow, scenario, true, cast));
    } catch (Interrupted e) {
      throw e.why();
    }
  }

  private static Performance play(Rehearsal rehearsal) {
    rehearsal.play();
    Stage stage = rehearsal.stage;
    return new Performance(
        rehearsal.scenario,
        stage.happenings(),
        stage.taken(),
        stage.facts(),
        stage.sidecar(),
        stage.interactions(),
        rehearsal.mismatches);
  }

  /** Goes on after what was expected and did not come, but not after what could not be done. */
  private void play() {
    boolean started = false;
    for (int i = 0; i < scenario.beats().size(); i++) {
      Beat beat = scenario.beats().get(i);
      try {
        if (!started && !(beat instanceof Beat.Repository)) {
          started = true;
          start(beat);
        }
        play(beat);
        surprised(beat, i);
      } catch (Stuck stuck) {
        mismatch(beat.line(), stuck.expected(), stuck.instead());
        return;
      } catch (IllegalStateException | IllegalArgumentException e) {
        throw new IllegalStateException(
            "%s:%d: the core failed here".formatted(scenario.file(), beat.line()), e);
      }
    }
    if (stage.asksArchitect()) {
      mismatch(
          scenario.beats().getLast().line(),
          "nobody to wait for the architect in the end",
          "its last answer is not written down");
    }
  }

  /** That the first of the people starts the project need not be said. */
  private void start(Beat first) {
    if (!(first instanceof Beat.Does(_, _, Move.Start _))) {
      moves.make(
          scenario.people().getFirst(), new Move.Start(scenario.project(), scenario.repository()));
    }
  }

  private void play(Beat beat) {
    if (!(beat instanceof Beat.Expect) && !acted) {
      acted = true;
      checking.lookFromHere();
    }
    switch (beat) {
      case Beat.Does(_, var person, var move) ->
          moves.make(scenario.actor(person).orElseThrow(), move);
      case Beat.Wait(_, var time) -> stage.waits(time);
      case Beat.Repository(_, var refusal) -> stage.world().refuses(refusal);
      case Beat.Answers(var line, var replies) -> answers(line, replies);
      case Beat.Expect(_, var checks) -> {
        acted = false;
        for (Check check : checks) {
          checking
              .check(check)
              .ifPresent(found -> mismatch(check.line(), found.expected(), found.instead()));
        }
      }
    }
  }

  /** What people do meanwhile, they do once the words that it stands with were heard. */
  private void answers(int line, List<Reply> replies) {
    List<Reply> cited =
        replies.stream().map(reply -> Citing.completed(reply, stage.wall().messages())).toList();
    Iterator<Reply> spoken =
        cited.stream().filter(reply -> !reply.says().isBlank()).toList().iterator();
    Reciting architect = cast.recites().apply(cited);
    stage.answers(architect, _ -> spoken.next().meanwhile().forEach(beat -> meanwhile(beat)));
    if (architect.asked() != cited.size()) {
      mismatch(
          line,
          "its model to be asked %s".formatted(Words.count(cited.size(), "time")),
          "it was asked %s".formatted(Words.count(architect.asked(), "time")));
    }
  }

  private void meanwhile(Beat.Does beat) {
    play(beat);
    if (stage.refused() != null) {
      throw new Stuck("this to be taken", "it was refused: " + stage.refused());
    }
  }

  /** What is not taken is no accident only where the next thing is to expect it. */
  private void surprised(Beat beat, int i) {
    String refused = stage.refused();
    if (!(beat instanceof Beat.Does) || refused == null) {
      return;
    }
    boolean meant =
        i + 1 < scenario.beats().size()
            && scenario.beats().get(i + 1) instanceof Beat.Expect(_, var checks)
            && checks.stream().anyMatch(Check.Refused.class::isInstance);
    if (!meant) {
      throw new Stuck("this to be taken", "it was refused: " + refused);
    }
  }

  private void mismatch(int line, String expected, String instead) {
    List<Happening> all = stage.happenings();
    mismatches.add(
        new Mismatch(
            line, expected, instead, all.subList(Math.max(0, all.size() - LAST), all.size())));
  }
}
