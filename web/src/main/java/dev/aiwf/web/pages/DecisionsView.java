package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Chain;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Reckoning;
import dev.aiwf.core.rules.Resting;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided, answered and worked out in a project.
 *
 * @param shell what is around it
 * @param decisions what was decided
 * @param figures what was worked out
 * @param answers what else was answered
 */
public record DecisionsView(
    Shell shell, List<Decision> decisions, List<Figure> figures, List<Given> answers) {

  public DecisionsView {
    decisions = List.copyOf(decisions);
    figures = List.copyOf(figures);
    answers = List.copyOf(answers);
  }

  static DecisionsView of(Shell shell, Projects.Standing standing) {
    Workflow workflow = standing.workflow();
    Sidecar sidecar = standing.sidecar();
    Known known = Known.of(workflow, sidecar.answers());
    Optional<Situation> here = Situation.of(workflow, sidecar, known).filter(Situation::underWay);
    return new DecisionsView(
        shell,
        Chain.decisions(workflow, sidecar).stream()
            .map(chain -> Decision.of(standing, known, here, chain))
            .toList(),
        workflow.figures().stream()
            .filter(figure -> !figure.aside())
            .flatMap(figure -> known.worked(figure).stream())
            .map(Figure::of)
            .toList(),
        workflow.steps().stream()
            .flatMap(step -> step.asks().stream())
            .filter(ask -> !(ask.type() instanceof AskType.Decision))
            .flatMap(ask ->
                known.answer(ask.id()).stream().map(answer -> Given.of(sidecar, here, ask, answer)))
            .toList());
  }

  /** The way to answer it anew; none where that is locked or the project stands still. */
  private static @Nullable String revise(Optional<Situation> here, Ask ask, Answers.Answer answer) {
    return here.filter(situation -> situation.lockedBy(ask.id()).isEmpty())
        .map(_ -> FormRefs.query(new FormRef.Revise(ask.id(), answer.fact())))
        .orElse(null);
  }

  private static String via(Fact.Via via) {
    return switch (via) {
      case TYPED -> "typed";
      case CHOSEN -> "chosen";
      case RECOMMENDED -> "taken as recommended";
      case REVISED -> "revised";
      case ADVISED -> "accepted as the architect proposed";
      case HEARD -> "read out of what was said";
      case PROPOSED -> "taken out of the edited sidecar";
      case IMPORTED -> "brought along from the repository";
    };
  }

  /**
   * A decision with all that belongs to it.
   *
   * @param chain why it stands
   * @param chosen what was chosen
   * @param via how it came about
   * @param rationale why, as HTML; none if nobody said
   * @param findings what it rests on in the knowledge base
   * @param alternatives what was not chosen
   * @param resting what would have to be confirmed or written anew if it were another one
   * @param locked the step since which it can't be changed
   * @param revise the way to decide anew
   */
  public record Decision(
      Chain chain,
      String chosen,
      String via,
      @Nullable String rationale,
      List<FindingView> findings,
      List<AskType.Option> alternatives,
      Resting resting,
      List<Remarks.Note> notes,
      @Nullable String locked,
      @Nullable String revise) {

    private static Decision of(
        Projects.Standing standing, Known known, Optional<Situation> here, Chain chain) {
      Ask ask = chain.ask();
      String why = chain.rationale();
      String chosen = Words.value(ask, chain.answer().value());
      return new Decision(
          chain,
          chosen,
          DecisionsView.via(chain.answer().via()),
          why == null || why.isBlank() ? null : Markdown.said(why),
          Use.on(standing.sidecar().findings(), chain).map(FindingView::of).toList(),
          ask.type().options().stream().filter(option -> !option.label().equals(chosen)).toList(),
          Resting.on(standing.workflow(), standing.sidecar(), known, ask),
          standing.sidecar().remarks().notesOn(ask.id()),
          here.flatMap(situation -> situation.lockedBy(ask.id())).map(Step::title).orElse(null),
          DecisionsView.revise(here, ask, chain.answer()));
    }

    /** What tells it from every other on the page. */
    public String id() {
      return chain.ask().id();
    }

    /** When it was taken. */
    public String at() {
      return Words.day(chain.answer().at()) + ", " + Words.time(chain.answer().at());
    }
  }

  /** A number that was worked out, and how. */
  public record Figure(String title, String value, String formula, String worked, String assumed) {

    private static Figure of(Known.Worked worked) {
      return new Figure(
          worked.figure().title(),
          Words.figure(worked),
          Reckoning.formula(worked.figure()),
          Reckoning.worked(worked),
          Reckoning.assumed(worked));
    }
  }

  /** An answer that is no decision. */
  public record Given(
      String question, String value, String by, boolean stale, @Nullable String revise) {

    private static Given of(
        Sidecar sidecar, Optional<Situation> here, Ask ask, Answers.Answer answer) {
      return new Given(
          ask.text(),
          Words.value(ask, answer.value()),
          sidecar.nameOf(answer.by()),
          answer.stale(),
          DecisionsView.revise(here, ask, answer));
    }
  }
}
