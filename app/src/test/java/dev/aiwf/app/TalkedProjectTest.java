package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.model.Asked;
import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.FakeModel;
import dev.aiwf.testkit.model.Play;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People talk with a model through the whole program, which asks it over HTTP. */
class TalkedProjectTest {

  private static final Pattern HANDLE = Pattern.compile("message (m\\d+)");

  @TempDir private Path folder;
  private FakeModel model;
  private Program program;
  private Caller lead;

  @BeforeEach
  void start() throws Exception {
    model = FakeModel.speaking(Dialect.OPENAI);
    program = Program.start(Trial.withKnowledge(folder, Trial.model(model)), () -> {});
    lead = new Caller(program, "lead");
    lead.send("/api/projects", "{\"name\": \"support-bot\"}");
    lead.awaitBegun("support-bot");
  }

  @AfterEach
  void stop() {
    program.close();
    model.close();
    lead.close();
  }

  @Test
  void answersAreReadOutOfWordsAndADecisionIsPutBeforePeople() throws Exception {
    model.otherwise(
        inTurn(
            asked ->
                Play.calls(
                    "record_answers",
                    """
                    {"answers": [
                      {"ask": "goal", "value": "Answer billing questions", "message": "%1$s",
                       "quote": "answer billing questions"},
                      {"ask": "use_case", "value": "knowledge-qa", "message": "%1$s",
                       "quote": "from our articles"},
                      {"ask": "example_count", "value": "300", "message": "%1$s",
                       "quote": "300 rated tickets"}]}
                    """
                        .formatted(handle(asked))),
            asked ->
                Play.calls(
                    "propose_decision",
                    """
                    {"decision": "architecture", "choice": "rag-only",
                     "rationale": "The articles are edited daily.",
                     "otherwise": [{"choice": "fine-tuning", "cost": "outdated by tomorrow"}],
                     "own": ["300 examples teach tone, not facts."]}
                    """),
            asked ->
                Play.calls(
                    "propose_decision",
                    """
                    {"decision": "architecture", "choice": "rag-only",
                     "rationale": "The articles are edited every day.",
                     "otherwise": [{"choice": "fine-tuning", "cost": "outdated by tomorrow"}],
                     "own": ["300 examples teach tone, not facts."]}
                    """),
            asked -> Play.says("RAG is ", "my proposal.").counting(900, 40)));
    lead.command(
        "support-bot",
        "{\"say\": \"It should answer billing questions from our articles; 300 rated tickets.\"}");

    await()
        .until(
            () -> lead.get("/api/projects/support-bot/messages").contains("RAG is my proposal."));
    assertThat(model.rejections()).isEmpty();
    String messages = lead.get("/api/projects/support-bot/messages");
    assertThat(messages)
        .contains("Recorded 3 answers", "Proposal", "My view, not in the knowledge base");
    assertThat(lead.get("/api/projects/support-bot"))
        .contains("One required question is still open: Which architecture?");

    Matcher proposal = Pattern.compile("proposal:([^\"]+-architecture)").matcher(messages);
    assertThat(proposal.find()).isTrue();
    lead.command("support-bot", "{\"take_proposed\": \"%s\"}".formatted(proposal.group(1)));
    assertThat(lead.get("/api/projects/support-bot/messages")).contains("Taken by");
    lead.command("support-bot", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    await().until(() -> lead.get("/api/projects/support-bot/history").contains("\"published\""));

    model.otherwise(
        inTurn(
            _ ->
                Play.calls(
                    "show", "{\"what\": \"artifact\", \"of\": \"architecture-decision.md\"}"),
            _ -> Play.says("There it is.")));
    lead.command("support-bot", "{\"say\": \"Show me what was written.\"}");
    await()
        .until(() ->
            lead.get("/api/projects/support-bot/messages").contains("as it was last seen on"));
    assertThat(lead.get("/api/projects/support-bot/messages"))
        .contains("phase-0-scoping/architecture-decision.md", "edited every day");
  }

  @Test
  void aModelThatDoesNotTakeTheKeyIsToldAndTheQuestionsGoOn() throws Exception {
    model.otherwise(_ -> new Play.Fails(Play.Trouble.KEY));
    lead.command("support-bot", "{\"say\": \"What do you need?\"}");

    await()
        .until(
            () -> lead.get("/api/projects/support-bot/messages").contains("does not take the key"));
    assertThat(lead.get("/api/projects/support-bot/messages"))
        .contains("What should it do for whom?")
        .doesNotContain(FakeModel.KEY);
  }

  /** The last message that can be cited. */
  private static String handle(Asked asked) {
    Matcher handles = HANDLE.matcher(asked.told());
    String last = "";
    while (handles.find()) {
      last = handles.group(1);
    }
    return last;
  }

  @SafeVarargs
  private static Function<Asked, Play> inTurn(Function<Asked, Play>... plays) {
    AtomicInteger next = new AtomicInteger();
    return asked -> plays[Math.min(next.getAndIncrement(), plays.length - 1)].apply(asked);
  }
}
