package dev.aiwf.core.project;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.WorkflowRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A project's state, folded from its facts.
 *
 * @param id the project
 * @param name what people call it
 * @param workflow the script it follows, and which version
 * @param depth how far it goes into things
 * @param status where it is as a whole
 * @param number the journal number of the last fact in here
 * @param created when it began
 * @param updated when its last fact happened
 * @param team who takes part, and where
 * @param repository where its files go
 * @param way the way it has come
 * @param answers what was answered
 * @param gates what was ticked and signed, by step
 * @param remarks what was said beside the answers
 * @param findings what the knowledge base said
 * @param conversation the talk with the architect
 */
public record Sidecar(
    ProjectId id,
    String name,
    WorkflowRef workflow,
    Depth depth,
    Status status,
    long number,
    Instant created,
    Instant updated,
    Team team,
    Repository repository,
    Way way,
    Answers answers,
    Map<String, GateState> gates,
    Remarks remarks,
    Findings findings,
    Conversation conversation) {

  public Sidecar {
    gates = Ordered.copy(gates);
    // A state that an older version stored knows of none of these.
    remarks = Objects.requireNonNullElse(remarks, Remarks.NONE);
    findings = Objects.requireNonNullElse(findings, Findings.NONE);
    conversation = Objects.requireNonNullElse(conversation, Conversation.NONE);
  }

  /** Where the project is; none before its repository was read. */
  public Optional<Way.Visit> visit() {
    return way.visit();
  }

  /** The number of the current visit; 0 before the first. */
  public int visitNumber() {
    return visit().map(Way.Visit::number).orElse(0);
  }

  /** Whether the project has ever been at a step, so that what belongs to it means something. */
  public boolean reached(String step) {
    return way.completed().contains(step)
        || way.visits().stream().anyMatch(visit -> visit.step().equals(step));
  }

  /** The gate of a step, untouched if nothing has happened there. */
  public GateState gate(String step) {
    return gates.getOrDefault(step, GateState.UNTOUCHED);
  }

  /** What an answer to an ask rests on in the knowledge base: as the script has it, or advised. */
  public List<Finding> references(Ask ask) {
    Stream<Finding> script =
        ask.type() instanceof AskType.Decision decision && decision.reference() != null
            ? findings.to(decision.reference()).stream()
            : Stream.of();
    Stream<Finding> advised =
        answers.to(ask.id()).map(Answers.Answer::basis).map(Fact.Basis::rests).stream()
            .flatMap(List::stream)
            .flatMap(id -> Stream.ofNullable(findings.items().get(id)));
    return Stream.concat(advised, script).distinct().toList();
  }

  /** A person as the project knows them; nobody whom it does not know is verified. */
  public Person person(PersonId id) {
    return new Person(id, nameOf(id), team.member(id).map(Team.Member::verified).orElse(false));
  }

  /** What a person is called, as far as known. */
  public String nameOf(PersonId person) {
    return team.nameOf(person);
  }
}
