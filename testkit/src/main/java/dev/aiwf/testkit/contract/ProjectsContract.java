package dev.aiwf.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.testkit.Someone;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the inbox and the view of projects do together, whoever implements them. */
public abstract class ProjectsContract {

  private Inbox inbox;
  private Projects projects;

  /**
   * The two ports over one store, offering the small workflow, its repositories opening at once.
   */
  public record Ports(Inbox inbox, Projects projects) {}

  /** A new, empty store. */
  protected abstract Ports open();

  @BeforeEach
  final void openPorts() {
    Ports ports = open();
    inbox = ports.inbox();
    projects = ports.projects();
  }

  private Someone lead() {
    return new Someone(inbox, "support-bot", "lead", null);
  }

  private Someone begun() {
    Someone lead = lead();
    lead.start();
    await().until(() -> status() == Status.IN_PROGRESS);
    return lead;
  }

  private Status status() {
    return projects.find(lead().project()).orElseThrow().sidecar().status();
  }

  private List<Entry> journal() {
    return projects.facts(lead().project(), 0, 1_000);
  }

  @Test
  final void a_start_becomes_a_project_that_waits_for_its_first_answer() {
    begun();
    assertThat(projects.list())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.name()).isEqualTo("support-bot");
          assertThat(line.step()).isEqualTo("scoping");
          assertThat(line.phaseTitle()).isEqualTo("Scoping");
          assertThat(line.owner()).isEqualTo("lead");
          assertThat(line.waitingFor()).isEqualTo("an answer");
        });
    assertThat(projects.messages(lead().project(), 0, 100).getFirst().content().text())
        .contains("support-bot", "Scoping");
  }

  @Test
  final void the_same_event_is_one_command_however_often_it_comes() {
    Someone lead = begun();
    Action answer = new Action.Say("answer billing questions");
    Inbox.Receipt first = lead.sends(answer, "once");
    Inbox.Receipt again = lead.sends(answer, "once");
    assertThat(again.command()).isEqualTo(first.command());
    assertThat(first.kind()).isEqualTo(Inbox.Receipt.Kind.NEW);
    assertThat(again.kind()).isEqualTo(Inbox.Receipt.Kind.REPEATED);
    lead.settled(first.command());
    assertThat(journal()).filteredOn(e -> e.fact() instanceof Fact.Said).hasSize(1);
  }

  @Test
  final void what_came_is_known_by_where_it_came_from_and_its_name() {
    Someone lead = begun();
    Action answer = new Action.Say("answer billing questions");
    Inbox.Receipt receipt = lead.sends(answer, "once");
    Inbox.Settled settled = lead.settled(receipt.command());
    assertThat(lead.came("once")).contains(settled);
    assertThat(lead.came("never")).isEmpty();
  }

  @Test
  final void a_message_that_stands_nowhere_has_no_name_there() {
    begun();
    assertThat(
            projects.standing(lead().project(), new ChannelId("slack:T1:C1:support-bot"), "status"))
        .isEmpty();
  }

  @Test
  final void something_else_under_the_same_name_is_not_taken() {
    Someone lead = begun();
    lead.does(new Action.Say("answer billing questions"), "once");
    assertThat(lead.sends(new Action.Say("something else"), "once").kind())
        .isEqualTo(Inbox.Receipt.Kind.DIFFERENT);
  }

  @Test
  final void a_refused_command_changes_nothing_and_says_why() {
    Someone lead = begun();
    long before = journal().size();
    Inbox.Settled settled = lead.continues("m1");
    assertThat(settled.state()).isEqualTo(Inbox.Settled.State.REFUSED);
    assertThat(settled.refusal()).isNotNull();
    assertThat(journal()).hasSize((int) before);
  }

  @Test
  final void a_command_to_no_project_is_refused() {
    assertThat(lead().continues("m1").state()).isEqualTo(Inbox.Settled.State.REFUSED);
  }

  @Test
  final void the_outcome_of_a_command_names_its_facts() {
    Someone lead = begun();
    Inbox.Receipt receipt = lead.sends(new Action.Say("help"), "asked");
    Inbox.Settled settled = lead.settled(receipt.command());
    assertThat(settled.facts()).isNotEmpty();
    assertThat(projects.facts(lead.project(), settled.facts().getFirst() - 1, 1))
        .singleElement()
        .satisfies(e -> assertThat(e.command()).isEqualTo(receipt.command()));
    assertThat(inbox.outcome(lead.project(), receipt.command())).contains(settled);
    assertThat(inbox.outcome(lead.project(), "nobody-sent-this")).isEmpty();
  }

  @Test
  final void the_journal_folds_to_the_sidecar() {
    Someone lead = begun();
    lead.answersEverything();
    lead.continues("m1");
    lead.passesTheGate();
    lead.continues("m2");
    assertThat(status()).isEqualTo(Status.COMPLETE);
    Sidecar stored = projects.find(lead.project()).orElseThrow().sidecar();
    // What an effect has come to may be told at any moment.
    List<Entry> until =
        journal().stream().filter(entry -> entry.number() <= stored.number()).toList();
    assertThat(Evolve.fold(lead.project(), until)).isEqualTo(stored);
  }

  @Test
  final void asking_for_what_came_after_gives_every_change_once() {
    Someone lead = begun();
    List<Message> first = projects.messages(lead.project(), 0, 1_000);
    long seen = first.getLast().seq();
    assertThat(projects.messages(lead.project(), seen, 1_000)).isEmpty();
    lead.does(new Action.Say("answer billing questions"));
    List<Message> more = projects.messages(lead.project(), seen, 1_000);
    assertThat(more).extracting(Message::seq).isSorted().allMatch(seq -> seq > seen);
    assertThat(more)
        .as("the answered question is redrawn under its old number")
        .anyMatch(m -> first.stream().anyMatch(old -> old.number() == m.number()));
  }

  @Test
  final void what_was_said_last_comes_in_the_order_in_which_it_was_said() {
    Someone lead = begun();
    lead.does(new Action.Say("answer billing questions"));
    lead.does(new Action.Say("help"));
    List<Message> all =
        projects.messages(lead.project(), 0, 1_000).stream()
            .sorted(Comparator.comparingLong(Message::number))
            .toList();
    assertThat(projects.latest(lead.project(), 1_000)).isEqualTo(all);
    assertThat(projects.latest(lead.project(), 3))
        .isEqualTo(all.subList(all.size() - 3, all.size()));
  }

  @Test
  final void a_project_is_found_by_what_came_back_from_a_knowledge_base() throws Inbox.Busy {
    Someone lead = begun();
    String id = "100%_rag!";
    Consult consult = new Consult("get_decisions", "RAG or \"fine-tuning\"");
    Finding finding =
        new Finding(id, Finding.Kind.DECISION, "RAG or not", "", "A book", null, "bundled", 0.8);
    var _ =
        inbox.accept(
            new Inbox.Envelope(
                "effect",
                "consulted",
                null,
                lead.project(),
                new Sender.Effect(1),
                new Action.Consulted(
                    "scoping",
                    List.of(new Findings.Came(consult, List.of(finding))),
                    null,
                    List.of())));
    await().until(() -> !projects.having(id).isEmpty());
    assertThat(projects.having(id))
        .singleElement()
        .satisfies(standing -> assertThat(standing.sidecar().id()).isEqualTo(lead.project()));
    assertThat(projects.having("support-bot")).isEmpty();
    assertThat(projects.having("100x_rag!")).isEmpty();
  }

  @Test
  final void a_button_is_known_by_its_id_for_good() {
    Someone lead = begun();
    String control =
        projects.messages(lead.project(), 0, 100).stream()
            .flatMap(message -> message.content().buttons())
            .filter(button -> button.label().equals("Use a form"))
            .findFirst()
            .orElseThrow()
            .control();
    lead.answersEverything();
    lead.continues("m1");
    assertThat(projects.control(control))
        .hasValueSatisfying(known -> {
          assertThat(known.project()).isEqualTo(lead.project());
          assertThat(known.press()).isInstanceOf(Press.Open.class);
        });
    assertThat(projects.control("nobody-made-this")).isEmpty();
  }

  @Test
  final void a_follower_is_called_until_it_leaves() {
    Someone lead = begun();
    AtomicInteger calls = new AtomicInteger();
    try (Projects.Following following = projects.follow(lead.project(), calls::incrementAndGet)) {
      assertThat(following).isNotNull();
      lead.does(new Action.Say("help"));
      await().until(() -> calls.get() > 0);
    }
    int then = calls.get();
    lead.does(new Action.Say("progress"));
    assertThat(calls).hasValue(then);
  }
}
