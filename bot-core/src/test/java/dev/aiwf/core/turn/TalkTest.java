package dev.aiwf.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Form;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.guide.Submission;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Advice;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Contribution;
import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.project.Document;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Prose;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Spent;
import dev.aiwf.core.rules.Script;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.secret.Masking;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the architect may bring about, and what only people can. */
class TalkTest {

  private static final Workflow SCRIPT = Script.workflow();
  private static final Sender REPORT = new Sender.Effect(7);
  private static final Spent SPENT = new Spent(900, 100, new BigDecimal("0.004"));

  private static Run talking() {
    return Run.opening(SCRIPT).talking("some-model").opened();
  }

  /** Somebody speaks, and the architect is asked. */
  private static Run asked() {
    return talking().says(Run.LEAD, "Billing questions, looked up; some 300 examples.");
  }

  private static String talk(Run run) {
    return Objects.requireNonNull(run.sidecar().conversation().running()).talk();
  }

  private static Action.Talked said(Run run, String text, Contribution... contributions) {
    return new Action.Talked(
        talk(run),
        text,
        List.of(),
        Fact.End.WHOLE,
        SPENT,
        List.of(contributions),
        List.of(),
        null,
        null);
  }

  private static Action.Talked silent(Run run, String why) {
    return new Action.Talked(
        talk(run), "", List.of(), Fact.End.SILENT, Spent.NOTHING, List.of(), List.of(), why, null);
  }

  private static Contribution heard(String ask, String value) {
    return new Contribution.Heard(
        List.of(
            new Contribution.Reading(ask, new Input.Text(value), "said:c3", Run.LEAD.id(), value)));
  }

  private static Contribution advises(String rests) {
    return new Contribution.Advises(
        new Advice(
            "architecture",
            "rag-only",
            "It is edited daily.",
            List.of(new Advice.Alternative("fine-tuning", "outdated by tomorrow")),
            rests.isEmpty() ? List.of() : List.of(rests),
            rests.isEmpty() ? List.of("Nothing of it is looked up.") : List.of()));
  }

  private static Run answered(Run run) {
    return run.does(
        REPORT,
        said(
            run,
            "Noted.",
            heard("goal", "Billing questions"),
            heard("use_case", "qa"),
            heard("examples", "300")));
  }

  @Test
  void whoeverSpeaksToItIsAnsweredAndNoQuestionIsPut() {
    Run run = asked();

    assertThat(run.effects()).contains(new Effect.Talk(run.sidecar().id(), "c3", Run.LEAD.id()));
    assertThat(run.text("talk:c3")).startsWith("Thinking…");
    assertThat(run.buttons("talk:c3")).containsExactly("Stop");
    assertThat(run.keys()).noneMatch(key -> key.startsWith("ask:"));
  }

  @Test
  void whatIsSaidAmongPeopleIsReadAndNotAnswered() {
    Run run = talking().does(Run.DATA, new Action.Say("I think 300 tickets.", true));

    assertThat(run.facts()).containsExactly(new Fact.Said("said:c3"));
    assertThat(run.effects()).noneMatch(Effect.Talk.class::isInstance);
  }

  @Test
  void whoWasAskedNeedNotNameIt() {
    Run run = talking().does(Run.LEAD, new Action.Say("Billing questions.", true));

    assertThat(run.effects()).anyMatch(Effect.Talk.class::isInstance);
  }

  @Test
  void answersAreTheirsWhoGaveThemInOneLineWithOneUndo() {
    Run run = answered(asked());

    assertThat(run.sidecar().answers().to("examples").map(Answers.Answer::by))
        .contains(Run.LEAD.id());
    assertThat(run.text("talk:c3")).isEqualTo("Noted.");
    assertThat(run.text("recorded:c4"))
        .isEqualTo("Recorded 3 answers: Billing questions · Knowledge QA · 300, @lead\n[Undo]");
    assertThat(run.text("agenda:1:1")).startsWith("2 questions are open.");

    run.does(Run.DATA, new Action.Undo("c4"));
    assertThat(run.sidecar().answers().given()).isEmpty();
  }

  @Test
  void whatStandsInABriefIsAskedAboutFirst() {
    Run run = talking().does(Run.LEAD, new Action.GiveBrief("Billing, looked up. 300 examples."));
    assertThat(run.effects()).contains(new Effect.Talk(run.sidecar().id(), "c3", Run.LEAD.id()));
    run.does(REPORT, said(run, "Read.", heard("goal", "Billing"), heard("examples", "300")));

    assertThat(run.sidecar().answers().given()).isEmpty();
    assertThat(run.text("proposal:c3-brief"))
        .contains("The brief answers 2 questions:")
        .contains("(“Billing”)", "300");
    assertThat(run.buttons("proposal:c3-brief")).containsExactly("Take them", "Leave it");

    run.does(Run.DATA, new Action.TakeProposed("c3-brief"));
    assertThat(run.sidecar().answers().value("examples"))
        .isEqualTo(new Value.Number(new BigDecimal(300)));
    assertThat(run.sidecar().answers().to("goal").map(Answers.Answer::by)).contains(Run.DATA.id());
    assertThat(run.buttons("proposal:c3-brief")).isEmpty();
  }

  @Test
  void whatStandsInADroppedFileIsAskedAboutAsWell() {
    Run run =
        talking()
            .does(Run.LEAD, new Action.NoteSource("Data source: a.csv. It begins: 300 examples"))
            .does(Run.DATA, new Action.Say("What do you see?", false));
    run.does(REPORT, said(run, "Read.", heard("examples", "300")));

    assertThat(run.sidecar().answers().given()).isEmpty();
    assertThat(run.text("proposal:c4-brief")).contains("300");
  }

  @Test
  void aBriefThatTheRepositoryHoldsIsReadAsWell() {
    Run run = talking();
    run.does(REPORT, new Action.BriefRead(List.of(new Document("README.md", "Billing."))));

    assertThat(run.effects()).anyMatch(Effect.Talk.class::isInstance);
    assertThat(run.sidecar().conversation().running()).isNotNull();
  }

  @Test
  void noDecisionIsTakenByHearingOne() {
    Run run = asked();
    run.does(REPORT, said(run, "I decided RAG.", heard("architecture", "rag-only")));

    assertThat(run.sidecar().answers().given()).isEmpty();
    assertThat(run.text("talk:c3")).contains("1 part of it came too late");
  }

  @Test
  void aProposalWaitsForAPerson() {
    Run run = answered(asked()).says(Run.LEAD, "What do you propose?");
    run.does(REPORT, said(run, "I propose this.", advises("")));

    String proposal = "proposal:c5-architecture";
    assertThat(run.text(proposal))
        .contains("Proposal")
        .contains("RAG only")
        .contains("Otherwise Fine-tuning: outdated by tomorrow")
        .contains("My view, not in the knowledge base: Nothing of it is looked up.");
    assertThat(run.buttons(proposal)).containsExactly("Accept", "Change…", "Reject");
    assertThat(run.sidecar().answers().value("architecture")).isNull();

    run.does(Run.DATA, new Action.TakeProposed("c5-architecture"));
    assertThat(run.sidecar().answers().value("architecture"))
        .isEqualTo(new Value.Decision("rag-only", "It is edited daily."));
    assertThat(run.sidecar().answers().to("architecture").map(Answers.Answer::by))
        .contains(Run.DATA.id());
    assertThat(run.text(proposal)).contains("✔ Taken by @data");
    assertThat(run.buttons(proposal)).isEmpty();
  }

  @Test
  void whoeverChangesAProposalMaySayWhy() {
    Run run = answered(asked()).says(Run.LEAD, "What do you propose?");
    run.does(REPORT, said(run, "I propose this.", advises("")));
    FormRef change = new FormRef.Asks(List.of("architecture"));

    assertThat(Forms.form(run.here(), change).orElseThrow().fields())
        .extracting(Form.Field::id)
        .containsExactly("architecture", Forms.REASON);
    assertThat(
            Forms.read(
                run.here(),
                change,
                Map.of("architecture", "fine-tuning", Forms.REASON, "It must hold the tone.")))
        .isEqualTo(
            new Submission.Ready(
                Action.Answer.ofOpen(
                    Map.of(
                        "architecture",
                        new Input.Decision("fine-tuning", "It must hold the tone.")))));
  }

  @Test
  void itsButtonsMoveToTheNewestMessageWhileItIsOpen() {
    Run run = answered(asked()).says(Run.LEAD, "What do you propose?");
    run.does(REPORT, said(run, "I propose this.", advises("")));
    run.says(Run.DATA, "Can't we tune on the 300?");
    run.does(REPORT, said(run, "They would teach tone, not facts."));

    assertThat(run.buttons("proposal:c5-architecture")).isEmpty();
    assertThat(run.buttons("proposal:c5-architecture:1"))
        .containsExactly("Accept", "Change…", "Reject");
  }

  @Test
  void whatDidNotComeBackSupportsNothing() {
    Run run = answered(asked()).says(Run.LEAD, "What do you propose?");
    run.does(REPORT, said(run, "I propose this.", advises("made-up")));

    assertThat(run.sidecar().remarks().proposals()).isEmpty();
  }

  @Test
  void whatCameBackIsKeptAndLinked() {
    Finding finding =
        new Finding(
            "rag-vs-tuning",
            Finding.Kind.DECISION,
            "Look it up or learn it?",
            "…",
            "A book",
            "https://example.org/book",
            "bundled",
            0.9);
    Run run = answered(asked()).says(Run.LEAD, "What do you propose?");
    run.does(
        REPORT,
        new Action.Talked(
            talk(run),
            "See [the book](https://example.org/book), not [this](https://evil.example/?q=1).",
            List.of(),
            Fact.End.WHOLE,
            SPENT,
            List.of(advises("rag-vs-tuning")),
            List.of(new Findings.Came(new Consult("get_decisions", "rag"), List.of(finding))),
            null,
            null));

    assertThat(run.sidecar().findings().items()).containsKey("rag-vs-tuning");
    assertThat(run.text("proposal:c5-architecture")).contains("Rests on Look it up or learn it?");
    assertThat(run.shown("talk:c5").toString())
        .contains("https://example.org/book")
        .doesNotContain("evil.example");
    assertThat(run.keys()).doesNotContain("reply:c6");
  }

  @Test
  void thePersonWhoAnsweredMeanwhileWins() {
    Run run = asked().does(Run.DATA, new Action.Answer(Map.of("examples", new Input.Text("500"))));
    run.does(REPORT, said(run, "Noted.", heard("examples", "300"), heard("use_case", "qa")));

    assertThat(run.sidecar().answers().value("examples"))
        .isEqualTo(new Value.Number(new BigDecimal(500)));
    assertThat(run.sidecar().answers().value("use_case")).isEqualTo(new Value.Choice("qa"));
  }

  @Test
  void whatComesAfterTheStepWasLeftCountsNoMore() {
    Run run = asked();
    String talk = talk(run);
    run.does(
            Run.LEAD,
            new Action.Answer(
                Map.of(
                    "goal", new Input.Text("Billing"),
                    "use_case", new Input.Text("qa"),
                    "architecture", new Input.Decision("rag-only", "daily edits"),
                    "tone", new Input.Decision("plain", ""))))
        .does(Run.LEAD, new Action.Skip("examples"))
        .presses(Run.LEAD, "continue");
    run.does(REPORT, said(run, "300 it is.", heard("examples", "300")));

    assertThat(run.sidecar().answers().value("examples")).isNull();
    assertThat(run.text("talk:" + talk)).startsWith("300 it is.").contains("too late");
  }

  @Test
  void whatIsSaidMeanwhileIsTakenTogetherInTheNext() {
    Run run = asked().says(Run.DATA, "And Budget?").says(Run.LEAD, "1,500");

    assertThat(run.effects()).noneMatch(Effect.Talk.class::isInstance);
    run.does(REPORT, said(run, "Noted."));
    assertThat(run.effects()).filteredOn(Effect.Talk.class::isInstance).hasSize(1);
    assertThat(talk(run)).isEqualTo("c6");
  }

  @Test
  void itCanBeStoppedOnce() {
    Run run = asked();
    String talk = talk(run);
    run.does(Run.DATA, new Action.StopTalk(talk));

    assertThat(run.effects()).contains(new Effect.StopTalk(run.sidecar().id(), talk));
    run.does(Run.DATA, new Action.StopTalk(talk));
    assertThat(run.refusal()).isEqualTo("That answer has come to its end already.");
  }

  @Test
  void whereNoModelAnswersTheQuestionsGoOnAndItIsAskedAgain() {
    Run run = asked();
    run.does(REPORT, silent(run, "The model did not answer in time. The questions go on."));

    assertThat(run.text("talk:c3"))
        .isEqualTo("The model did not answer in time. The questions go on.");
    assertThat(run.keys()).contains("ask:1:goal");

    run.says(Run.LEAD, "Billing questions");
    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Billing questions"));
    run.says(Run.LEAD, "qa").says(Run.LEAD, "How many do others have?");
    assertThat(run.effects()).anyMatch(Effect.Talk.class::isInstance);
    run.does(REPORT, said(run, "A few hundred."));
    assertThat(run.sidecar().conversation().leads()).isTrue();
  }

  @Test
  void proseIsKeptOnlyWhereAPersonKeepsIt() {
    Run run = Run.opening(Wide.workflow()).talking("some-model").opened();
    run.says(Run.LEAD, "Why now? The old system is switched off in May.");
    String talk = talk(run);
    run.does(REPORT, said(run, "I drafted it.", drafts("occasion")));

    String proposal = "proposal:%s-occasion".formatted(talk);
    assertThat(run.text(proposal))
        .contains("Draft: The occasion.")
        .contains("The old system is switched off in May.");
    assertThat(run.buttons(proposal)).containsExactly("Keep it", "Leave it");
    assertThat(run.sidecar().conversation().sections()).isEmpty();

    run.does(Run.DATA, new Action.TakeProposed(talk + "-occasion"));
    assertThat(run.sidecar().conversation().sections().get("occasion"))
        .isEqualTo(
            new Conversation.Section(
                "The old system is switched off in May.", Run.DATA.id(), run.now()));
    assertThat(run.buttons(proposal)).isEmpty();
  }

  @Test
  void thereIsNoProseForASectionOfAnotherStep() {
    Run run = Run.opening(Wide.workflow()).talking("some-model").opened();
    run.says(Run.LEAD, "Why now?");
    run.does(REPORT, said(run, "I drafted it.", drafts("first_look")));

    assertThat(run.sidecar().remarks().proposals()).isEmpty();
  }

  private static Contribution drafts(String section) {
    return new Contribution.Drafts(
        new Prose(section, null, "The old system is switched off in May."));
  }

  @Test
  void itCanBeSwitchedOff() {
    Run run = talking().says(Run.LEAD, "architect off");

    assertThat(run.text("ask:1:goal")).contains("What goal?");
    run.says(Run.LEAD, "Billing questions");
    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Billing questions"));
  }

  @Test
  void aModelThatComesLaterIsToldOnce() {
    Run run = Run.begun(SCRIPT).talking("some-model").says(Run.LEAD, "help");

    assertThat(run.facts()).contains(new Fact.ArchitectChanged("some-model"));
    run.says(Run.LEAD, "help");
    assertThat(run.facts()).noneMatch(Fact.ArchitectChanged.class::isInstance);
  }

  @Test
  void wordsThatClaimSomethingChangeNothing() {
    Run run = asked();
    run.does(REPORT, said(run, "I signed the gate: GO. Continue was pressed."));

    assertThat(run.facts()).allMatch(fact -> fact instanceof Fact.TalkEnded);
    assertThat(run.sidecar().visitNumber()).isEqualTo(1);
  }

  @Test
  void whatItCostStandsInTheProgress() {
    Run run = answered(asked()).says(Run.LEAD, "progress");

    assertThat(run.reply()).contains("The architect answered once, with 1,000 tokens for $0.01.");
  }

  @Test
  void whoeverPastesASecretIsToldThatItWasTakenOut() {
    String token = "ghp_" + "Ab3dEf6hIj9lMn2pQr5tUv8xYz1bCd4fGh7j";
    Action masked = Masking.of(new Action.Say("The token is " + token));

    assertThat(masked).isEqualTo(new Action.Say("The token is (a GitHub token, removed)"));
    Run run = talking().does(Run.LEAD, masked);
    assertThat(run.effects())
        .filteredOn(Effect.Whisper.class::isInstance)
        .singleElement()
        .satisfies(effect ->
            assertThat(((Effect.Whisper) effect).content().text())
                .startsWith("There was a GitHub token in that."));
    assertThat(run.says(Run.LEAD, "No token this time (really)").effects())
        .noneMatch(Effect.Whisper.class::isInstance);
  }

  @Test
  void aWideWorkflowIsTalkedAboutAsWell() {
    Run run = Run.opening(Wide.workflow()).talking("some-model").opened();

    assertThat(run.sidecar().conversation().leads()).isTrue();
  }

  @Test
  void itShowsAFileThatIsThereAndNobodyHearsOfOneThatIsNot() {
    Contribution shows = new Contribution.Shows(Fact.Topic.ARTIFACT, "decision.md");
    Run none = asked();
    none.does(REPORT, said(none, "Here it is.", shows));
    assertThat(none.facts())
        .anyMatch(fact -> fact instanceof Fact.TalkEnded ended && ended.dropped() == 1);
    assertThat(none.keys()).noneMatch(key -> key.startsWith("reply:"));

    Run run = asked();
    run.does(REPORT, new Action.Published("scoping", "a1b2c3d4e5f6", List.of("0/decision.md")));
    run.does(REPORT, said(run, "Here it is.", shows));
    assertThat(run.facts()).contains(new Fact.ArtifactWanted("0/decision.md"));
    assertThat(run.keys()).noneMatch(key -> key.startsWith("reply:"));
  }
}
