package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.line;
import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Spent;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.OpenPoints;
import dev.aiwf.core.rules.Warnings;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be looked at on the side, whatever the project is at.
 *
 * @param workflow the script
 * @param sidecar the state
 * @param known what its answers amount to
 */
record Overviews(Workflow workflow, Sidecar sidecar, Known known) {

  Overviews(Workflow workflow, Sidecar sidecar) {
    this(workflow, sidecar, Known.of(workflow, sidecar.answers()));
  }

  Content progress() {
    List<List<String>> rows =
        workflow.steps().stream()
            .filter(step -> !step.passing())
            .map(step -> List.of(step.title(), stateOf(step)))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(line(strong("Progress")));
    blocks.add(new Block.Table(List.of("Step", "State"), rows));
    openPoints().forEach(blocks::add);
    spent().ifPresent(blocks::add);
    return new Content(blocks);
  }

  /** What talking cost; nothing where nobody talked. */
  private Optional<Block> spent() {
    Spent spent = sidecar.conversation().spent();
    return spent.tokens() == 0
        ? Optional.empty()
        : Optional.of(
            note(
                plain(
                    "The architect answered %s, with %,d tokens%s."
                        .formatted(
                            Words.times(sidecar.conversation().turns()),
                            spent.tokens(),
                            spent.cost() == null
                                ? ""
                                : " for $" + spent.cost().setScale(2, RoundingMode.UP)))));
  }

  private String stateOf(Step step) {
    if (sidecar.way().skipped().containsKey(step.id())) {
      return "skipped";
    }
    if (sidecar.visit().filter(visit -> visit.step().equals(step.id())).isPresent()
        && !sidecar.way().completed().contains(step.id())) {
      long open =
          step.asks().stream()
              .filter(ask -> known.puts(ask, sidecar.depth()))
              .filter(ask -> !sidecar.answers().settled(ask.id()))
              .count();
      return open == 0 ? "here" : "here, " + Words.count((int) open, "question") + " open";
    }
    return sidecar.way().completed().contains(step.id()) ? "done" : "to come";
  }

  /** What is still open, each kind in one line; nothing if nothing is. */
  private List<Block> openPoints() {
    OpenPoints open = OpenPoints.of(workflow, sidecar, known);
    List<Block> blocks = new ArrayList<>();
    if (!open.asks().isEmpty()) {
      blocks.add(
          note(
              strong("Left open: "),
              plain(String.join(" · ", open.asks().stream().map(Ask::text).toList()))));
    }
    if (!open.warnings().isEmpty()) {
      blocks.add(
          note(
              strong("To be solved or met: "),
              plain(
                  String.join(
                      " · ",
                      open.warnings().stream()
                          .map(warning -> Words.filled(known, warning.title()))
                          .toList()))));
    }
    if (!open.conditions().isEmpty()) {
      blocks.add(note(strong("Conditions: "), plain(String.join(" · ", open.conditions()))));
    }
    return blocks;
  }

  Content review() {
    List<Block> blocks = new ArrayList<>(progress().blocks());
    blocks.addAll(decisions().blocks());
    return new Content(blocks);
  }

  Content decisions() {
    List<List<Span>> items =
        asks()
            .filter(ask -> ask.type() instanceof AskType.Decision)
            .flatMap(ask -> known.answer(ask.id()).stream().map(answer -> decision(ask, answer)))
            .toList();
    return items.isEmpty()
        ? Content.of("No decision has been taken yet.")
        : new Content(List.of(line(strong("Decisions")), new Block.Bullets(items)));
  }

  private Stream<Ask> asks() {
    return workflow.steps().stream().flatMap(step -> step.asks().stream());
  }

  private List<Span> decision(Ask ask, Answers.Answer answer) {
    String rationale =
        answer.value() instanceof Value.Decision(_, var why) && !why.isEmpty()
            ? ": " + Clean.shortened(why, 300)
            : ".";
    int notes = sidecar.remarks().notesOn(ask.id()).size();
    return List.of(
        mono(Reasons.name(ask)),
        plain(" "),
        strong(Words.value(ask, answer.value())),
        plain(", "),
        who(sidecar, answer.by()),
        plain(
            (answer.stale() ? ", to be confirmed" : "")
                + rationale
                + (notes == 0 ? "" : " (" + Words.count(notes, "note") + ")")));
  }

  Content figures() {
    List<List<Span>> items =
        workflow.steps().stream()
            .filter(step -> sidecar.reached(step.id()))
            .flatMap(step -> step.figures().stream())
            .filter(figure -> !figure.aside())
            .flatMap(figure -> known.worked(figure).stream())
            .map(worked -> List.of(Reasons.figure(worked)))
            .toList();
    return items.isEmpty()
        ? Content.of("Nothing could be worked out yet; the numbers for it are still open.")
        : new Content(List.of(line(strong("Worked out")), new Block.Bullets(items)));
  }

  Content warnings() {
    List<List<Span>> items =
        Warnings.holding(workflow, sidecar, known).stream().map(this::warning).toList();
    return items.isEmpty()
        ? Content.of("Nothing contradicts, and no warning stands.")
        : new Content(List.of(line(strong("Warnings")), new Block.Bullets(items)));
  }

  private List<Span> warning(Warning warning) {
    Remarks.Acknowledgement met = Warnings.met(workflow, sidecar, known, warning).orElse(null);
    return List.of(
        plain(met == null ? "⚠ " : "✔ "),
        strong(Words.filled(known, warning.title()) + ". "),
        plain(
            met == null ? Words.filled(known, warning.text()) : "To be met: " + met.mitigation()));
  }

  Content people() {
    List<List<Span>> members = new ArrayList<>();
    sidecar
        .team()
        .members()
        .forEach((person, member) -> {
          List<String> roles = new ArrayList<>();
          if (person.equals(sidecar.team().owner())) {
            roles.add("owner");
          }
          member.roles().stream()
              .map(role -> role.name().toLowerCase(Locale.ROOT))
              .filter(role -> !roles.contains(role))
              .forEach(roles::add);
          members.add(
              List.of(
                  who(sidecar, person),
                  plain(": " + (roles.isEmpty() ? "takes part" : String.join(", ", roles))),
                  plain(member.verified() ? "" : " (unverified)")));
        });
    List<Block> blocks = new ArrayList<>();
    blocks.add(line(strong("People")));
    blocks.add(new Block.Bullets(members));
    blocks.addAll(Policies.of(workflow, sidecar));
    return new Content(blocks);
  }

  Content summary() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        line(
            strong(sidecar.name()),
            plain(
                " · %s · %s depth"
                    .formatted(Words.status(sidecar.status()), sidecar.depth().key()))));
    blocks.addAll(decisions().blocks());
    for (Step step : workflow.steps()) {
      GateState gate = sidecar.gate(step.id());
      if (step.gate() != null && gate.verdict() != null) {
        blocks.add(
            note(
                strong(step.gate().title() + " "),
                plain(gate.verdict().label() + (gate.selfApproved() ? ", self-approved." : "."))));
      }
    }
    blocks.addAll(openPoints());
    return new Content(blocks);
  }

  Content export() {
    Repository.Place place = sidecar.repository().place();
    if (place == null || sidecar.repository().commits().isEmpty()) {
      return Content.of("Nothing has been committed yet; the first completed step is.");
    }
    Repository.Commit last = sidecar.repository().commits().getLast();
    return new Content(
        List.of(
            line(
                plain("Everything is in "),
                mono(place.address()),
                plain(", branch "),
                mono(place.branch()),
                plain(", folder "),
                mono(place.folder()),
                plain(". The last commit is "),
                mono(Words.commit(last.sha())),
                plain(".")),
            new Block.Code("git clone --branch %s %s".formatted(place.branch(), place.address()))));
  }
}
