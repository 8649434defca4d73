package dev.aiwf.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.artifacts.git.GitRepositories;
import dev.aiwf.artifacts.git.GitSettings;
import dev.aiwf.artifacts.render.MustacheRenderer;
import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.packs.Packs;
import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.Someone;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped workflow in a linked repository, begun by one data folder and ended by another. */
class ResumedFromRepositoryTest {

  private static final Workflow WORKFLOW =
      Packs.read(List.of(Path.of(".."))).workflows().getFirst();
  private static final String BRANCH = "aiwf/support-bot";

  @TempDir private Path folder;
  private Path bare;
  private Path work;

  @BeforeEach
  void begin() throws Exception {
    bare = folder.resolve("bot.git");
    work = folder.resolve("work");
    git(folder, "init", "-q", "--bare", "--initial-branch=main", bare.toString());
    git(folder, "init", "-q", "--initial-branch=main", work.toString());
    writes("README.md", "# Support bot\n");
    git(work, "remote", "add", "origin", bare.toString());
    push("main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aiwf-two", "aiwf-one"})
  void anotherDataFolderGoesOnWhereTheFirstOneEnded(String second) throws Exception {
    Answers before;
    try (Bot one = new Bot("one", "aiwf-one")) {
      one.starts();
      one.goesThrough("scoping");
      one.goesThrough("feature-pipeline");
      before = one.sidecar().answers();
    }
    git(work, "fetch", "-q", "origin");
    git(work, "checkout", "-q", BRANCH);
    Path spec = work.resolve("aiwf/support-bot/project-spec.md");
    Files.writeString(spec, Files.readString(spec) + "\nRead by the whole team.\n");
    writes("aiwf/support-bot/notes.md", "Ours.\n");
    push(BRANCH);

    try (Bot two = new Bot("two", second)) {
      two.starts();
      assertThat(two.sidecar().status()).isEqualTo(Status.OPENING);
      two.takesUp();

      assertThat(two.situation().step().id()).isEqualTo("inference-pipeline");
      assertThat(two.sidecar().depth()).isEqualTo(Depth.QUICK);
      assertThat(two.sidecar().answers().given().keySet()).isEqualTo(before.given().keySet());
      two.sidecar()
          .answers()
          .given()
          .forEach((ask, answer) -> {
            assertThat(answer.value()).isEqualTo(before.value(ask));
            assertThat(answer.via()).isEqualTo(Fact.Via.IMPORTED);
          });
      two.goesToTheEnd();
      assertThat(two.sidecar().repository().trouble()).isNull();
    }
    assertThat(shown("sidecar.yaml")).contains("workflow_status: complete");
    assertThat(shown("project-spec.md")).contains("Read by the whole team.");
    assertThat(shown("notes.md")).isEqualTo("Ours.\n");
    assertThat(git(bare, "log", "--format=%s", BRANCH).lines())
        .filteredOn(title -> title.startsWith("support-bot: "))
        .contains("support-bot: complete Scoping", "support-bot: complete Operations")
        .doesNotHaveDuplicates();
  }

  @Test
  void itsOwnRepositoryIsEnoughWhereTheDatabaseIsGone() throws Exception {
    try (Bot before = new Bot("one", "aiwf-one")) {
      before.startsWith("own");
      before.goesThrough("scoping");
    }
    Path repositories = folder.resolve("one/repositories");
    Files.createDirectories(folder.resolve("two"));
    Files.move(repositories, folder.resolve("two/repositories"));

    try (Bot after = new Bot("two", "aiwf-one")) {
      after.startsWith("own");
      after.takesUp();
      assertThat(after.situation().step().id()).isEqualTo("feature-pipeline");
      after.goesToTheEnd();
      assertThat(after.sidecar().repository().trouble()).isNull();
    }
  }

  @Test
  void aRunOfThePublicWorkflowGoesOnHalfWay() throws Exception {
    writes(
        "docs/support-bot/sidecar.yaml",
        """
        project_name: "Support Bot"
        architecture: "rag-only"
        currentPhase: 1
        stepsCompleted: [1, 2, 3]
        decisions:
          - id: "rag-vs-ft"
            choice: "rag-only"
            rationale: "edited daily 🙂"
          - id: "fp-001"
            choice: "by hand"
            rationale: "few documents"
        sponsor: {name: "the board"}
        """);
    push("main");

    try (Bot bot = new Bot("one", "aiwf-one")) {
      bot.starts();
      bot.takesUp();

      assertThat(bot.situation().step().id())
          .as("its chunking fits no option")
          .isEqualTo("feature-pipeline");
      assertThat(bot.sidecar().answers().value("architecture"))
          .isEqualTo(new Value.Decision("rag-only", "edited daily 🙂"));
      assertThat(bot.sidecar().remarks().notesOn("chunking")).hasSize(1);
      bot.goesToTheEnd();
      assertThat(bot.sidecar().way().skipped()).containsOnlyKeys("training-pipeline");
    }
    assertThat(shown("sidecar.yaml")).endsWith("sponsor:\n  name: the board\n");
    assertThat(git(bare, "show", BRANCH + ":docs/support-bot/sidecar.yaml"))
        .as("what was found stays where it was")
        .startsWith("project_name: \"Support Bot\"");
  }

  @Test
  void aCompleteRunOfThePublicWorkflowComesToItsGate() throws Exception {
    writes(
        "sidecar.yaml",
        """
        project_name: support-bot
        architecture: rag-only
        stepsCompleted: [1, 2, 3, 4, 5, 6, 7]
        workflow_status: complete
        quality_gate: {decision: GO, date: 2026-02-27, approvals: [{person: "console:lead"}]}
        """);
    push("main");

    try (Bot bot = new Bot("one", "aiwf-one")) {
      bot.starts();
      bot.takesUp();

      assertThat(bot.situation().step().id()).isEqualTo("evaluation");
      assertThat(bot.situation().gate().signatures()).isEmpty();
      bot.goesToTheEnd();
    }
    assertThat(shown("sidecar.yaml")).contains("workflow_status: complete");
  }

  @Test
  void whatLiesThereMayBeBegunAnew() throws Exception {
    writes("aiwf/support-bot/sidecar.yaml", "stepsCompleted: [1, 2\n");
    push("main");

    try (Bot bot = new Bot("one", "aiwf-one")) {
      bot.starts();
      bot.does(new Action.BeginAnew(bot.found().content().source().head()));

      assertThat(bot.situation().step().id()).isEqualTo("scoping");
      assertThat(bot.sidecar().answers().given()).isEmpty();
      bot.goesThrough("scoping");
    }
    assertThat(shown("sidecar.yaml")).contains("currentStep: feature-pipeline");
  }

  private String shown(String path) throws Exception {
    return git(bare, "show", BRANCH + ":aiwf/support-bot/" + path);
  }

  private void writes(String path, String text) throws IOException {
    Path file = work.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void push(String branch) throws Exception {
    git(work, "add", "--all");
    git(
        work,
        "-c",
        "user.name=Somebody",
        "-c",
        "user.email=somebody@example.org",
        "commit",
        "-qm",
        "Write");
    git(work, "push", "-q", "origin", "HEAD:" + branch);
  }

  private static String git(Path in, String... arguments) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
            .directory(in.toFile())
            .redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process git = builder.start();
    String said = new String(git.getInputStream().readAllBytes(), UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    return said;
  }

  /** An aiwf with one person at it, who answers whatever is asked. */
  private final class Bot implements AutoCloseable {
    private final Engine engine;
    private final Someone lead;

    Bot(String name, String id) throws DataFolder.InUse {
      Path data = folder.resolve(name);
      SettableClock clock = SettableClock.begun();
      GitSettings settings =
          new GitSettings(
              id,
              true,
              true,
              List.of(),
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      engine =
          Engine.open(
              new Engine.Parts(
                  DataFolder.take(data),
                  clock,
                  List.of(WORKFLOW),
                  new GitRepositories(data.resolve("repositories"), clock, settings),
                  new MustacheRenderer()));
      engine.work(List.of());
      lead = new Someone(engine.inbox(), "support-bot", "lead", null);
    }

    void starts() {
      startsWith(bare.toUri().toString());
    }

    void startsWith(String repository) {
      does(new Action.Start("support-bot", WORKFLOW.ref(), repository, null, Depth.QUICK));
    }

    void does(Action action) {
      Settled settled = lead.does(action);
      assertThat(settled.refusal()).as(action.toString()).isNull();
      settle();
    }

    private void settle() {
      await().until(engine::idle);
    }

    Repository.Found found() {
      return Objects.requireNonNull(sidecar().repository().found());
    }

    void takesUp() {
      does(new Action.TakeUp(found().content().source().head()));
    }

    Sidecar sidecar() {
      return engine.projects().find(lead.project()).orElseThrow().sidecar();
    }

    Situation situation() {
      return Situation.of(WORKFLOW, sidecar()).orElseThrow();
    }

    void goesThrough(String step) {
      assertThat(situation().step().id()).isEqualTo(step);
      for (Optional<Ask> ask = situation().next(); ask.isPresent(); ask = situation().next()) {
        does(new Action.Answer(Map.of(ask.get().id(), any(ask.get().type()))));
      }
      Gate gate = situation().step().gate();
      if (gate != null) {
        Map<String, Boolean> items = new LinkedHashMap<>();
        gate.items().forEach(item -> items.put(item.id(), true));
        does(new Action.Check(items));
        does(new Action.Sign(Verdict.GO, null, List.of(), null));
      }
      String menu = situation().visit().menu();
      if (step.equals("operations")) {
        does(new Action.Choose("exit", menu));
        does(new Action.Choose("finish", menu));
      } else {
        does(new Action.Choose("continue", menu));
      }
    }

    void goesToTheEnd() {
      while (sidecar().status() == Status.IN_PROGRESS) {
        goesThrough(situation().step().id());
      }
      assertThat(sidecar().status()).isEqualTo(Status.COMPLETE);
    }

    private static Input any(AskType type) {
      return switch (type) {
        case AskType.Text _, AskType.Items _ -> new Input.Text("whatever it takes");
        case AskType.Number number ->
            new Input.Number(number.min() == null ? BigDecimal.ONE : number.min());
        case AskType.Choice choice -> new Input.Text(choice.options().getFirst().key());
        case AskType.Decision decision ->
            new Input.Decision(decision.options().getFirst().key(), "it fits: 🙂");
        case AskType.Table table ->
            new Input.Rows(List.of(Map.of(table.columns().getFirst(), "one")));
      };
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
