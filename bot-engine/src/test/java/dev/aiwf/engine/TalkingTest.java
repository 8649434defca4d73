package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.Architect;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.FakeKnowledge;
import dev.aiwf.testkit.ScriptedArchitect;
import dev.aiwf.testkit.ScriptedArchitect.Act;
import dev.aiwf.testkit.Someone;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An architect that talks, with the engine between it and the project. */
class TalkingTest {

  private static final ProjectId PROJECT = new ProjectId("support-bot");
  private static final Finding WARNING =
      new Finding(
          "too-few-examples",
          Finding.Kind.WARNING,
          "Too few examples",
          "Under a thousand teach tone.",
          "A book",
          "https://example.org/book",
          "fake",
          0.8);

  @TempDir private Path folder;
  private World world;
  private final ScriptedArchitect architect = new ScriptedArchitect();
  private FakeKnowledge knowledge;

  @BeforeEach
  void begin() {
    world = new World(folder, new Store.InFolder());
    knowledge = new FakeKnowledge(world.clock);
  }

  private Engine engine(Caps caps) throws DataFolder.InUse {
    return engine(caps, Silent.NOWHERE);
  }

  private Engine engine(Caps caps, Silent silent) throws DataFolder.InUse {
    Engine engine = world.sleeping();
    engine.work(
        List.of(world),
        new Engine.Means(Optional.of(knowledge), Optional.of(architect), silent, caps));
    return engine;
  }

  private Someone lead(Engine engine) {
    Someone lead = new Someone(engine.inbox(), PROJECT.value(), "lead", World.CHANNEL);
    lead.start();
    await().until(engine::idle);
    return lead;
  }

  private static void settle(Engine engine) {
    await().until(engine::idle);
  }

  private static Sidecar sidecar(Engine engine) {
    return engine.projects().find(PROJECT).orElseThrow().sidecar();
  }

  private static Act hears(String ask, String value, String message, String quote) {
    return new Act.Uses(
        "record_answers",
        Map.of(
            "answers",
            List.of(Map.of("ask", ask, "value", value, "message", message, "quote", quote))));
  }

  private static String handle(Architect.Talk talk) {
    return talk.lines().stream()
        .filter(Architect.Line.Said.class::isInstance)
        .map(line -> ((Architect.Line.Said) line).message())
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  @Test
  void whatPeopleSayIsHeardAndTheAnswerIsShownAsItComes() throws Exception {
    CountDownLatch here = new CountDownLatch(1);
    CountDownLatch on = new CountDownLatch(1);
    architect
        .then(new Act.Says("Which message is it?"))
        .then(new Act.Says("Noted: "), new Act.Waits(here, on), new Act.Says("a bot."));
    try (Engine engine = engine(Caps.USUAL)) {
      Someone lead = lead(engine);
      lead.says("We want a support bot.");
      settle(engine);
      assertThat(architect.told().getFirst().lines())
          .contains(
              new Architect.Line.Said(
                  "lead", handle(architect.told().getFirst()), "We want a support bot."));

      lead.says("For billing.");
      here.await();
      await().until(() -> engine.projects().sketch(PROJECT).isPresent());
      assertThat(engine.projects().sketch(PROJECT).orElseThrow().content().text())
          .startsWith("Noted:")
          .endsWith("[Stop]");
      on.countDown();
      settle(engine);
      assertThat(engine.projects().sketch(PROJECT)).isEmpty();
      assertThat(engine.projects().latest(PROJECT, 50))
          .anyMatch(message -> message.content().text().equals("Noted: a bot."));
    }
  }

  @Test
  void noModelIsAskedWhereThatWasRuledOut() throws Exception {
    architect.then(new Act.Says("Which message is it?"));
    try (Engine engine = engine(Caps.USUAL)) {
      new Someone(engine.inbox(), "elsewhere", "lead", null).start();
      lead(engine).says("We want a support bot.");
      settle(engine);
      assertThat(engine.projects().find(new ProjectId("elsewhere")))
          .as("begun in no channel")
          .isPresent();
    }
    assertThat(architect.told()).hasSize(1);

    try (Engine engine = engine(Caps.USUAL, new Silent(Set.of("test")))) {
      new Someone(engine.inbox(), PROJECT.value(), "lead", World.CHANNEL).says("For billing.");
      settle(engine);
      assertThat(sidecar(engine).conversation().model()).isNull();
    }
    assertThat(architect.told()).hasSize(1);
  }

  @Test
  void onlyWordsThatStandThereAreHeard() throws Exception {
    try (Engine engine = engine(Caps.USUAL)) {
      Someone lead = lead(engine);
      architect.then(new Act.Says("?"));
      lead.says("We want a bot that answers billing questions.");
      settle(engine);
      String message = handle(architect.told().getLast());
      architect.then(
          hears("goal", "billing", message, "answers sales questions"),
          hears("goal", "billing", "m999", "billing questions"),
          hears("goal", "answers billing questions", message, "Answers  “billing questions”"),
          hears("goal", "something else", message, "billing"));
      lead.says("Go on.");
      settle(engine);

      assertThat(architect.results())
          .extracting(Architect.Result::refused)
          .containsExactly(true, true, false, true);
      assertThat(sidecar(engine).answers().value("goal"))
          .isEqualTo(new Value.Text("answers billing questions"));
      assertThat(sidecar(engine).answers().to("goal").orElseThrow().by())
          .isEqualTo(lead.person().id());
    }
  }

  @Test
  void aSecretInWhatPeopleWriteIsNeitherKeptNorSent() throws Exception {
    String token = "ghp_" + "Ab3dEf6hIj9lMn2pQr5tUv8xYz1bCd4fGh7j";
    architect.then(new Act.Says("Noted."));
    try (Engine engine = engine(Caps.USUAL)) {
      lead(engine).says("It reads with " + token + ".");
      settle(engine);

      assertThat(architect.told().toString())
          .contains("It reads with (a GitHub token, removed).")
          .doesNotContain(token);
      assertThat(engine.projects().latest(PROJECT, 50).toString()).doesNotContain(token);
      assertThat(world.whispers)
          .anyMatch(said -> said.contains("There was a GitHub token in that"));
    }
  }

  @Test
  void noToolChoosesSignsOrContinues() throws Exception {
    architect.then(
        new Act.Uses("choose", Map.of("choice", "continue")),
        new Act.Uses("sign", Map.of("verdict", "go")),
        new Act.Uses("", Map.of()),
        new Act.Uses("show", Map.of("what", "gate")),
        new Act.Says("I pressed Continue and signed GO."));
    try (Engine engine = engine(Caps.USUAL)) {
      lead(engine).says("Go on, sign it.");
      settle(engine);

      assertThat(architect.results()).allMatch(Architect.Result::refused);
      assertThat(sidecar(engine).visitNumber()).isEqualTo(1);
      assertThat(sidecar(engine).answers().given()).isEmpty();
    }
  }

  @Test
  void aFileIsShownWhereItIsTalkedAbout() throws Exception {
    architect.then(
        new Act.Uses("show", Map.of("what", "artifact")),
        new Act.Uses("show", Map.of("what", "artifact", "of", "poetry.md")),
        new Act.Uses("show", Map.of("what", "artifact", "of", "sidecar.yaml")),
        new Act.Says("There it is."));
    try (Engine engine = engine(Caps.USUAL)) {
      Someone lead = lead(engine);
      lead.does(new Action.SwitchArchitect(false));
      lead.answersEverything();
      lead.continues(sidecar(engine).way().visits().getLast().menu());
      settle(engine);
      assertThat(sidecar(engine).repository().files()).contains("sidecar.yaml");
      lead.does(new Action.SwitchArchitect(true));
      lead.says("How does the sidecar look?");
      settle(engine);

      assertThat(architect.results())
          .extracting(Architect.Result::refused)
          .containsExactly(true, true, false);
      assertThat(engine.projects().latest(PROJECT, 50))
          .anyMatch(message -> message.key().startsWith("artifact:"));
    }
  }

  @Test
  void warningsAreLookedForBeforeAnythingIsRecommended() throws Exception {
    knowledge.finds(new Consult("get_warnings", "rag vs fine tuning"), WARNING);
    Map<String, Object> proposal =
        Map.of(
            "decision", "architecture",
            "choice", "rag-only",
            "rationale", "It is edited daily.",
            "otherwise", List.of(Map.of("choice", "fine-tuning", "cost", "outdated tomorrow")),
            "rests", List.of("too-few-examples"));
    architect.then(
        new Act.Uses("propose_decision", proposal),
        new Act.Uses("propose_decision", proposal),
        new Act.Says("I propose RAG."));
    try (Engine engine = engine(Caps.USUAL)) {
      Someone lead = lead(engine);
      lead.does(new Action.SwitchArchitect(false));
      lead.answersEverythingButDecisions();
      lead.does(new Action.SwitchArchitect(true));
      lead.says("What do you propose?");
      settle(engine);

      assertThat(knowledge.asked()).anyMatch(consult -> consult.tool().equals("get_warnings"));
      assertThat(architect.results())
          .as("%s", architect.results())
          .extracting(Architect.Result::refused)
          .containsExactly(true, false);
      assertThat(sidecar(engine).remarks().adviceOn("architecture")).isPresent();
      assertThat(sidecar(engine).answers().value("architecture")).isNull();
    }
  }

  @Test
  void itIsStoppedAndWhatItSaidStays() throws Exception {
    CountDownLatch here = new CountDownLatch(1);
    CountDownLatch on = new CountDownLatch(1);
    architect.then(new Act.Says("So far."), new Act.Waits(here, on), new Act.Says(" Too much."));
    try (Engine engine = engine(Caps.USUAL)) {
      Someone lead = lead(engine);
      lead.says("Hello?");
      here.await();
      String talk = Objects.requireNonNull(sidecar(engine).conversation().running()).talk();
      lead.does(new Action.StopTalk(talk));
      await().until(() -> world.clock.instant() != null && engine.figures().effects() == 1);
      on.countDown();
      settle(engine);

      assertThat(engine.projects().message(PROJECT, "talk:" + talk).orElseThrow().content().text())
          .isEqualTo("So far.\nStopped here.");
    }
  }

  @Test
  void aDeathInTheMiddleAsksAgainAndAnswersOnce() throws Exception {
    CountDownLatch here = new CountDownLatch(1);
    architect
        .then(new Act.Says("Half an "), new Act.Waits(here, new CountDownLatch(1)))
        .then(new Act.Says("A whole answer."));
    Engine dying = engine(Caps.USUAL);
    lead(dying).says("Hello?");
    here.await();
    dying.close();

    try (Engine engine = engine(Caps.USUAL)) {
      settle(engine);
      assertThat(engine.projects().facts(PROJECT, 0, 1_000))
          .filteredOn(entry -> entry.fact() instanceof Fact.TalkEnded)
          .hasSize(1);
      assertThat(engine.projects().latest(PROJECT, 50))
          .anyMatch(message -> message.content().text().equals("A whole answer."));
      assertThat(engine.unproven()).isEmpty();
    }
  }

  @Test
  void whatNobodyIsAtAnyMoreCanBeStoppedAllTheSame() throws Exception {
    CountDownLatch here = new CountDownLatch(1);
    architect
        .then(new Act.Waits(here, new CountDownLatch(1)))
        .then(new Act.Says("I am here again."));
    Engine dying = engine(Caps.USUAL);
    lead(dying).says("Hello?");
    here.await();
    String talk = Objects.requireNonNull(sidecar(dying).conversation().running()).talk();
    dying.close();
    try (Connection past = world.connection();
        Statement statement = past.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "update outbox set state = 'dropped' where lane like 'model %'"))
          .isEqualTo(1);
    }

    try (Engine engine = engine(Caps.USUAL)) {
      Someone lead = new Someone(engine.inbox(), PROJECT.value(), "lead", World.CHANNEL);
      lead.does(new Action.StopTalk(talk));
      settle(engine);
      assertThat(engine.projects().message(PROJECT, "talk:" + talk).orElseThrow().content().text())
          .isEqualTo("Stopped here.");

      lead.says("Hello again?");
      settle(engine);
      assertThat(engine.projects().latest(PROJECT, 50))
          .anyMatch(message -> message.content().text().equals("I am here again."));
    }
  }

  @Test
  void whenTheTokensAreUsedUpTheQuestionsGoOn() throws Exception {
    architect.then(new Act.Says("One."));
    try (Engine engine = engine(new Caps(1_000, 1_500, 1_000_000, 1_000_000))) {
      Someone lead = lead(engine);
      lead.says("Hello?");
      settle(engine);
      lead.says("And?");
      settle(engine);

      assertThat(architect.told()).hasSize(1);
      assertThat(sidecar(engine).conversation().trouble())
          .contains("The 1,500 of this project's tokens are used up.");
      assertThat(sidecar(engine).conversation().spent().tokens()).isEqualTo(1_000);
    }
  }

  @Test
  void aSilentModelIsToldInASentence() throws Exception {
    architect.then(new Act.Fails("The model did not answer in time. The questions go on."));
    try (Engine engine = engine(Caps.USUAL)) {
      lead(engine).says("Hello?");
      settle(engine);

      assertThat(engine.projects().latest(PROJECT, 50))
          .anyMatch(message -> message.content().text().startsWith("The model did not answer"));
      assertThat(sidecar(engine).conversation().leads()).isFalse();
    }
  }

  @Test
  void whatWasSetAsideForAnAnswerThatBrokeIsGivenBack() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Architect broken =
        new Architect() {
          @Override
          public String model() {
            return "broken";
          }

          @Override
          public Answer talk(Talk talk, Listener listener) {
            asked.incrementAndGet();
            throw new IllegalStateException("no such thing");
          }
        };
    long turn = Caps.USUAL.turn();
    try (Engine engine = world.sleeping()) {
      engine.work(
          List.of(world),
          new Engine.Means(
              Optional.of(knowledge),
              Optional.of(broken),
              Silent.NOWHERE,
              new Caps(turn, turn, turn, turn)));
      Someone lead = lead(engine);
      for (String words : List.of("Hello?", "And now?")) {
        int before = asked.get();
        lead.says(words);
        await()
            .until(() -> {
              world.clock.tick(Duration.ofSeconds(1));
              engine.tick();
              return asked.get() == before + 3 && engine.idle();
            });
      }
      assertThat(engine.projects().latest(PROJECT, 50))
          .filteredOn(message -> message.content().text().contains("is broken"))
          .hasSize(2);
    }
  }

  @Test
  void whatWasSetAsideBeforeARestartIsGivenBackWhereNobodyTalksAnyMore() throws Exception {
    long turn = Caps.USUAL.turn();
    Caps one = new Caps(turn, turn, turn, turn);
    CountDownLatch here = new CountDownLatch(1);
    architect.then(new Act.Waits(here, new CountDownLatch(1)));
    try (Engine engine = engine(one)) {
      lead(engine).says("Hello?");
      here.await();
    }
    try (Engine engine = world.sleeping()) {
      engine.work(
          List.of(world),
          new Engine.Means(Optional.of(knowledge), Optional.empty(), Silent.NOWHERE, one));
      settle(engine);
      assertThat(engine.projects().latest(PROJECT, 50))
          .anyMatch(message -> message.content().text().contains("No model is set up any more"));
    }
    architect.then(new Act.Says("Here I am."));
    try (Engine engine = engine(one)) {
      new Someone(engine.inbox(), PROJECT.value(), "lead", World.CHANNEL).says("And now?");
      settle(engine);
      assertThat(engine.projects().latest(PROJECT, 50))
          .anyMatch(message -> message.content().text().equals("Here I am."));
    }
  }
}
