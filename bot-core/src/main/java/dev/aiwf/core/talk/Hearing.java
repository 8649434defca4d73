package dev.aiwf.core.talk;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.Architect.Call;
import dev.aiwf.core.port.Architect.Result;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.project.Contribution;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Contributing;
import dev.aiwf.core.rules.Outcome;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers the calls of one turn of talk. It works on the state as it was when the turn began, with
 * what the model brought in since; what comes of it is taken only when the turn has ended, and
 * checked again then.
 */
public final class Hearing {

  private final Workflow workflow;
  private final String talk;
  private final Transcript transcript;
  private final Lookups lookups;
  private final List<Contribution> contributions = new ArrayList<>();
  private Sidecar now;

  /**
   * Hears for one turn.
   *
   * @param messages what was said so far
   */
  public Hearing(
      Situation here, String talk, List<Message> messages, Optional<Knowledge> knowledge) {
    this.workflow = here.workflow();
    this.now = here.sidecar();
    this.talk = talk;
    this.transcript = new Transcript(here.sidecar(), messages);
    this.lookups = new Lookups(knowledge, here.step().id());
  }

  /** What the model is answered. */
  public Result call(Call call) throws InterruptedException {
    Situation here =
        Situation.of(workflow, now)
            .orElseThrow(() -> new IllegalStateException("nobody talks before the first step"));
    return switch (call.tool()) {
      case Tools.ANSWERS -> answers(here, call);
      case Tools.DECISION -> decision(here, call);
      case Tools.WARN ->
          taken(
              here, new Contribution.Warns(Given.text(call, "text"), Given.name(call, "finding")));
      case Tools.DRAFT -> taken(here, new Contribution.Drafts(Given.prose(here, call)));
      case Tools.SHOW -> shown(here, call);
      case Tools.OPEN -> lookups.open(Given.text(call, "id"));
      default -> lookups.ask(call).map(this::learned).orElseGet(() -> unknown(call));
    };
  }

  private Result learned(Lookups.Learned learned) {
    now = Evolve.with(now, learned.facts(), Sender.PROGRAM, now.updated(), talk);
    return learned.result();
  }

  private static Result unknown(Call call) {
    return new Result("There is no tool \"%s\".".formatted(Clean.excerpt(call.tool())), true);
  }

  /** Those that can be taken are; each of the others is told with its reason. */
  private Result answers(Situation here, Call call) {
    List<String> told = new ArrayList<>();
    List<Contribution.Reading> good = new ArrayList<>();
    for (Given.Heard heard : Given.answers(call)) {
      Given.reading(transcript, heard)
          .ifPresentOrElse(good::add, () -> told.add(heard.ask() + ": " + heard.wrong(transcript)));
    }
    List<Contribution.Reading> fitting = new ArrayList<>();
    for (Contribution.Reading reading : good) {
      if (Contributing.facts(here, talk, new Contribution.Heard(List.of(reading)))
          instanceof Outcome.Refused(var refusal)) {
        told.add(reading.ask() + ": " + refusal.sentence());
      } else {
        fitting.add(reading);
      }
    }
    if (fitting.isEmpty()) {
      return new Result(
          told.isEmpty() ? "There is no answer in it." : String.join("\n", told), true);
    }
    Result taken = taken(here, new Contribution.Heard(fitting));
    return new Result(
        String.join("\n", Stream.concat(Stream.of(taken.text()), told.stream()).toList()),
        taken.refused());
  }

  /** Warnings are looked for before a recommendation, whether or not the model thought of it. */
  private Result decision(Situation here, Call call) throws InterruptedException {
    Situation informed = here;
    Optional<Lookups.Learned> warned = lookups.warnings(here, Given.text(call, "decision"));
    if (warned.isPresent()) {
      learned(warned.get());
      informed = Situation.of(workflow, now).orElse(here);
      if (warned.get().findings() > 0) {
        return new Result(
            "Before you recommend: these warnings came back. Take them into account and propose"
                + " again.\n"
                + warned.get().result().text(),
            true);
      }
    }
    return taken(informed, new Contribution.Advises(Given.advice(call, lookups.unreachable())));
  }

  private Result shown(Situation here, Call call) {
    return Given.topic(call)
        .map(topic -> taken(here, new Contribution.Shows(topic, Given.name(call, "of"))))
        .orElseGet(() -> new Result("That can't be shown.", true));
  }

  private Result taken(Situation here, Contribution contribution) {
    return switch (Contributing.facts(here, talk, contribution)) {
      case Outcome.Refused(var refusal) -> new Result(refusal.sentence(), true);
      case Outcome.Accepted(var facts) -> {
        now = Evolve.with(now, facts, Sender.PROGRAM, now.updated(), talk);
        contributions.add(contribution);
        yield new Result(done(contribution), false);
      }
    };
  }

  private static String done(Contribution contribution) {
    return switch (contribution) {
      case Contribution.Heard(var answers) ->
          "Recorded: "
              + String.join(", ", answers.stream().map(Contribution.Reading::ask).toList());
      case Contribution.Advises _ -> "It is put before people, who accept, change or reject it.";
      case Contribution.Drafts _ -> "It is put before people, who keep it or not.";
      case Contribution.Warns _ -> "They are warned.";
      case Contribution.Shows(var topic, _) ->
          topic == Fact.Topic.ARTIFACT
              ? "It is read, and people are shown it. What is in it is not sent to you."
              : "It is shown.";
    };
  }

  /** What it brought in, in order. */
  public List<Contribution> contributions() {
    return List.copyOf(contributions);
  }

  /** What was looked up. */
  public List<Findings.Came> came() {
    return lookups.came();
  }

  /** The addresses in a text that people had written themselves. */
  public List<String> written(String text) {
    return Given.addresses(text).stream()
        .filter(address -> transcript.written().stream().anyMatch(said -> said.contains(address)))
        .toList();
  }
}
