package dev.aiwf.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Script;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people see, and what is done in the world, because of what happened. */
class TurnTest {

  private static final Workflow SCRIPT = Script.workflow();
  private static final ProjectId PROJECT = new ProjectId("support-bot");
  private static final ChannelId THREAD = new ChannelId("slack:T1:C1:support-bot");
  private static final Person LEAD = new Person(new PersonId("slack:T1:LEAD"), "lead", true);

  private @Nullable Sidecar sidecar;
  private Turn turn = new Turn(null, List.of(), null, List.of(), List.of());
  private int commands;

  private TurnTest does(Action action) {
    return does(new Sender.Human(LEAD, Set.of(Role.CONTRIBUTOR), THREAD), action);
  }

  private TurnTest does(Sender sender, Action action) {
    commands++;
    turn =
        Turn.take(
            SCRIPT,
            sidecar,
            new Command(
                "c" + commands,
                PROJECT,
                Instant.parse("2026-03-02T14:12:00Z").plusSeconds(commands),
                sender,
                action));
    sidecar = turn.after();
    return this;
  }

  private TurnTest begun() {
    return does(new Action.Start("support-bot", SCRIPT.ref(), null, null, Depth.STANDARD))
        .does(
            new Sender.Effect(1),
            new Action.RepositoryRead("own", "aiwf/support-bot", "aiwf/support-bot"));
  }

  private TurnTest answered() {
    Map<String, Input> answers = new LinkedHashMap<>();
    answers.put("goal", new Input.Text("answer billing questions"));
    answers.put("use_case", new Input.Text("qa"));
    answers.put("examples", new Input.Text("300"));
    answers.put("architecture", new Input.Decision("rag-only", "daily edits"));
    answers.put("tone", new Input.Decision("plain", ""));
    return begun().does(new Action.Answer(answers));
  }

  private List<String> keys() {
    return turn.drafts().stream().map(Draft::key).toList();
  }

  private String text(String key) {
    return turn.drafts().stream()
        .filter(draft -> draft.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not among " + keys()))
        .content()
        .text();
  }

  @Test
  void the_status_line_comes_first_and_the_question_last() {
    begun();
    assertThat(keys()).containsExactly("status", "reply:c2", "visit:1", "ask:1:goal");
    assertThat(text("status"))
        .isEqualTo("support-bot · Scoping ▱▱▱ · waiting for @lead: an answer · 0 decisions");
    assertThat(text("ask:1:goal")).isEqualTo("1/5 What goal?\n[Answer…]");
  }

  @Test
  void an_answered_question_shows_who_and_offers_undo_and_the_next_is_put() {
    begun().does(new Action.Say("answer billing questions"));
    assertThat(keys())
        .containsExactly("said:c3", "ask:1:goal", "ask:1:use_case")
        .doesNotHaveDuplicates();
    assertThat(text("ask:1:goal"))
        .isEqualTo("✔ What goal? answer billing questions, @lead\n[Undo]");
    assertThat(text("ask:1:use_case")).isEqualTo("2/5 Which class?\n[Knowledge QA] [Code]");
  }

  @Test
  void a_recommendation_carries_a_star_and_its_reason() {
    begun().does(new Action.Say("billing")).does(new Action.Say("qa")).does(new Action.Say("skip"));
    assertThat(text("ask:1:architecture"))
        .contains("The answers so far speak for RAG only: facts are looked up", "[RAG only ★]");
  }

  @Test
  void several_answers_are_one_line_with_one_undo() {
    answered();
    assertThat(text("recorded:c3"))
        .isEqualTo(
            "Recorded 5 answers: answer billing questions · Knowledge QA · 300 · RAG only · Plain,"
                + " @lead\n[Undo]");
    assertThat(keys()).doesNotContain("ask:1:use_case", "ask:1:tone");
    assertThat(text("menu:1:0"))
        .isEqualTo("Scoping: 3 answers, 2 decisions.\n[P Progress] [D Decisions] [C Continue]");
  }

  @Test
  void an_answered_menu_shows_who_chose_what_and_when() {
    answered().does(new Action.Choose("continue", "m1"));
    assertThat(text("menu:1:0")).isEqualTo("✔ Scoping: continue, @lead, 14:12 UTC.");
    assertThat(text("reply:c4")).isEqualTo("Training: SKIPPED. Nothing is trained.");
    assertThat(keys()).endsWith("visit:2", "gate:2:0");
  }

  @Test
  void the_commit_is_noted_under_the_menu_it_came_from() {
    answered()
        .does(new Action.Choose("continue", "m1"))
        .does(
            new Sender.Effect(9),
            new Action.Published("scoping", "a1b9c3e0", List.of("sidecar.yaml")));
    assertThat(keys()).containsExactly("menu:1:0");
    assertThat(text("menu:1:0")).endsWith("Committed a1b9c3e on aiwf/support-bot: sidecar.yaml");
  }

  @Test
  void a_side_question_is_answered_and_the_menu_comes_back_below() {
    answered().does(new Action.Say("progress"));
    assertThat(keys()).containsExactly("said:c4", "menu:1:0", "reply:c4", "menu:1:1");
    assertThat(text("menu:1:0")).isEqualTo("The choice is further down.");
    assertThat(text("reply:c4")).contains("Scoping | here", "Training | to come");
    assertThat(text("menu:1:1")).endsWith("[P Progress] [D Decisions] [C Continue]");
  }

  @Test
  void what_one_person_typed_is_not_shown_again_where_it_was_typed() {
    ChannelId other = new ChannelId("discord:1");
    begun()
        .does(
            new Sender.Human(LEAD, Set.of(), other),
            new Action.Start("support-bot", SCRIPT.ref(), null, null, Depth.STANDARD))
        .does(new Action.Say("billing"));
    assertThat(turn.effects())
        .contains(new Effect.Show(other, "said:c4"))
        .doesNotContain(new Effect.Show(THREAD, "said:c4"));
  }

  @Test
  void a_channel_that_joins_late_sees_what_stands_now() {
    ChannelId other = new ChannelId("discord:1");
    begun()
        .does(
            new Sender.Human(LEAD, Set.of(), other),
            new Action.Start("support-bot", SCRIPT.ref(), null, null, Depth.STANDARD));
    assertThat(turn.effects())
        .containsExactly(
            new Effect.Show(other, "status"),
            new Effect.Show(other, "visit:1"),
            new Effect.Show(other, "ask:1:goal"));
  }

  @Test
  void a_no_goes_only_to_whoever_caused_it() {
    begun().does(new Action.Choose("continue", "m1"));
    assertThat(turn.drafts()).isEmpty();
    assertThat(turn.effects())
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.Whisper.class,
            whisper -> {
              assertThat(whisper.person()).isEqualTo(LEAD);
              assertThat(whisper.content().text()).contains("4 required questions are still open");
            });
  }

  @Test
  void a_completed_step_is_published_with_its_author_and_reasons() {
    answered().does(new Action.Choose("continue", "m1"));
    assertThat(turn.effects())
        .filteredOn(Effect.Publish.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.Publish.class,
            publish -> {
              assertThat(publish.author()).isEqualTo(LEAD);
              assertThat(publish.title()).isEqualTo("support-bot: complete Scoping");
              assertThat(publish.trailers())
                  .containsEntry("Aiwf-Step", List.of("scoping"))
                  .containsEntry("Aiwf-Decision", List.of("arch-001 rag-only", "tone-001 plain"));
              assertThat(publish.steppedOver()).isFalse();
            });
  }

  @Test
  void the_gate_is_a_card_whose_ticks_and_verdicts_are_buttons() {
    answered().does(new Action.Choose("continue", "m1"));
    assertThat(text("gate:2:0"))
        .isEqualTo(
            """
            Ready?
            Safety
            ☐ It is safe
            Speed
            ☐ It is fast
            1 signature by an owner or an approver. Whoever started the project counts.
            GO needs the whole checklist; 2 items are not ticked.
            [CONDITIONAL…] [NO-GO…]\
            """);
    does(new Action.Check(Map.of("safe", true, "fast", true)));
    assertThat(text("gate:2:0")).contains("☑ It is safe", "[GO] [CONDITIONAL…] [NO-GO…]");
    does(new Action.Sign(Verdict.GO, null, List.of(), null));
    assertThat(text("gate:2:0")).contains("GO, @lead, 14:12 UTC", "GO, self-approved.");
    assertThat(text("menu:2:0")).endsWith("[P Progress] [D Decisions] [C Continue]");
  }

  @Test
  void a_no_go_says_who_and_why_and_where_it_leads() {
    answered()
        .does(new Action.Choose("continue", "m1"))
        .does(new Action.Sign(Verdict.NO_GO, "names are not masked", List.of(), "scoping"));
    assertThat(text("reply:c5")).isEqualTo("NO-GO by @lead: names are not masked");
    assertThat(text("reply:c5:1"))
        .isEqualTo("To walk through again: Scoping, Release. Answers stay.");
    assertThat(keys()).contains("visit:3", "menu:3:0");
    assertThat(text("gate:2:0")).doesNotContain("[");
    assertThat(turn.effects())
        .filteredOn(Effect.Publish.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.Publish.class,
            publish -> {
              assertThat(publish.title()).isEqualTo("support-bot: NO-GO at Release");
              assertThat(publish.trailers())
                  .containsEntry("Aiwf-Reason", List.of("names are not masked"));
            });
    assertThat(turn.drafts().stream().filter(d -> d.key().equals("gate:2:0")))
        .allMatch(draft -> draft.content().buttons().findAny().isEmpty());
  }

  @Test
  void a_revision_is_told() {
    answered().does(new Action.Choose("continue", "m1"));
    long seen = sidecar == null ? 0 : sidecar.number();
    does(new Action.Revise(Map.of("tone", new Input.Decision("warm", "")), seen));
    assertThat(text("reply:c5")).isEqualTo("Revised: Which tone? Warm, @lead");
  }

  @Test
  void an_answer_that_makes_a_decision_stale_is_still_one_answer() {
    answered().does(new Action.Answer(Map.of("examples", new Input.Text("20k"))));
    assertThat(keys()).noneMatch(key -> key.equals("recorded:c4"));
    assertThat(text("ask:1:examples")).startsWith("✔ How many examples? 20,000");
    assertThat(text("ask:1:architecture"))
        .contains("It was RAG only, and rests on examples, which changed.");
  }

  @Test
  void a_button_keeps_its_id_however_often_its_message_is_drawn() {
    answered();
    String before = button("menu:1:0", "Continue").control();
    does(new Action.Undo(null)).does(new Action.Say("billing"));
    answeredAgain();
    assertThat(button("menu:1:0", "Continue").control()).isEqualTo(before);
    assertThat(button("menu:1:0", "Continue").press())
        .isEqualTo(new Press.Send(new Action.Choose("continue", "m1")));
  }

  private void answeredAgain() {
    Map<String, Input> answers = new LinkedHashMap<>();
    answers.put("use_case", new Input.Text("qa"));
    answers.put("examples", new Input.Text("300"));
    answers.put("architecture", new Input.Decision("rag-only", "daily edits"));
    answers.put("tone", new Input.Decision("plain", ""));
    does(new Action.Answer(answers));
  }

  private Button button(String key, String label) {
    return turn.drafts().stream()
        .filter(draft -> draft.key().equals(key))
        .flatMap(draft -> draft.content().buttons())
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
