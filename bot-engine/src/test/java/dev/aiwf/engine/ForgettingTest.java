package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.WorkflowRef;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Patience;
import dev.aiwf.testkit.Someone;
import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.testkit.Weighed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody does everything that can be done, and nothing of them is left in any table. */
class ForgettingTest {

  private static final PersonId ID = new PersonId("console:zanzibar");
  private static final String NAME = "Zelda Quince";
  private static final String EARLIER = "Zelda Plum";
  private static final String WORDS = "xyzzy";

  @TempDir private Path folder;
  private final Store store = store();
  private World world;
  private Engine engine;
  private int events;

  Store store() {
    return new Store.InFolder();
  }

  /** On a server the file is the server's business. */
  private void onlyInAFile() {
    assumeThat(store).isInstanceOf(Store.InFolder.class);
  }

  @BeforeEach
  void open() throws DataFolder.InUse {
    world = new World(folder, store).offering(TwoSteps.workflow(), Weighed.workflow());
    engine = world.engine();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void nothingOfAPersonIsLeftInAnyTable() throws Exception {
    refusedAsAStranger("elsewhere");
    everythingWeighed("large");
    everythingInTwoSteps("small");
    assertThat(columnsWith(ID.value())).hasSizeGreaterThan(4);
    assertThat(columnsWith(NAME)).hasSizeGreaterThan(3);
    assertThat(columnsWith(EARLIER)).isNotEmpty();
    assertThat(columnsWith(WORDS)).hasSizeGreaterThan(3);
    Sidecar before = sidecar("large");
    Forgetting.Traces kept = engine.forgetting().of(ID).orElseThrow();
    assertThat(kept.names()).contains(NAME, EARLIER);
    assertThat(kept.projects()).extracting(ProjectId::value).contains("small", "large");
    assertThat(kept.owned()).extracting(ProjectId::value).containsExactly("large", "small");

    assertThat(engine.forgetting().forget(ID)).contains(kept);

    assertThat(columnsWith(ID.value())).isEmpty();
    assertThat(columnsWith(NAME)).isEmpty();
    assertThat(columnsWith(EARLIER)).isEmpty();
    assertThat(columnsWith(WORDS)).isEmpty();
    assertThat(engine.unproven()).isEmpty();
    assertThat(engine.forgetting().of(ID)).isEmpty();
    assertThat(engine.forgetting().people()).extracting(Forgetting.Known::id).doesNotContain(ID);
    Sidecar after = sidecar("large");
    assertThat(after.answers().given().keySet()).isEqualTo(before.answers().given().keySet());
    assertThat(after.gates().keySet()).isEqualTo(before.gates().keySet());
    assertThat(after.nameOf(after.team().owner())).isEqualTo("Somebody who left");
    theProjectsGoOn();
  }

  @Test
  void whileNobodyWorksNotEvenTheFileHoldsWhatWasForgotten() throws Exception {
    onlyInAFile();
    everythingInTwoSteps("small");
    engine.close();
    engine = idle();
    engine.forgetting().forget(ID);
    engine.close();
    for (String file : List.of("aiwf.db", "aiwf.db-wal")) {
      Path path = folder.resolve(file);
      String bytes = Files.exists(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "";
      assertThat(bytes.contains(WORDS)).as(file).isFalse();
      assertThat(bytes.contains(NAME)).as(file).isFalse();
    }
    engine = world.engine();
    assertThat(engine.unproven()).isEmpty();
  }

  @Test
  void messagesThatAreNotAboutThemStayAsTheyAre() {
    Someone lead = lead("other");
    lead.start();
    lead.answersEverything();
    marked("small", TwoSteps.REF).start();
    settle();
    var said = engine.projects().messages(new ProjectId("other"), 0, 1_000);
    engine.forgetting().forget(ID);
    assertThat(engine.projects().messages(new ProjectId("other"), 0, 1_000)).isEqualTo(said);
  }

  @Test
  void whatIsSaidTodayIsWhatWasSaid() throws Exception {
    everythingWeighed("large");
    everythingInTwoSteps("small");
    for (String project : List.of("small", "large")) {
      ProjectId id = new ProjectId(project);
      var told =
          Retelling.of(
              engine.projects().find(id).orElseThrow().workflow(),
              id,
              engine.projects().facts(id, 0, 10_000));
      engine.projects().messages(id, 0, 10_000).stream()
          .filter(message -> message.by() == null)
          .filter(message -> !message.key().startsWith("ask:"))
          // What is in a file was worded when it was written.
          .filter(message -> !message.key().startsWith("artifact:"))
          .forEach(message ->
              assertThat(told.get(message.key())).as(message.key()).isEqualTo(message.content()));
    }
  }

  @Test
  void whatTheyAskedForAndNobodyCameToIsRefused() throws Exception {
    marked("small", TwoSteps.REF).start();
    settle();
    engine.close();
    engine = idle();
    Inbox.Receipt receipt = marked("small", TwoSteps.REF).sends(new Action.Say(WORDS));

    engine.forgetting().forget(ID);

    Settled settled =
        engine.inbox().outcome(new ProjectId("small"), receipt.command()).orElseThrow();
    assertThat(settled.state()).isEqualTo(Settled.State.REFUSED);
    assertThat(columnsWith(WORDS)).isEmpty();
    assertThat(columnsWith(ID.value())).isEmpty();
  }

  @Test
  void turnsGoOnMeanwhileAndNoneIsLost() throws Exception {
    Someone lead = lead("small");
    lead.start();
    settle();
    List<String> typed = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> talking =
          people.submit(() -> {
            for (int i = 0; i < 150; i++) {
              typed.add(lead.sends(new Action.Show(Fact.Topic.HELP, null), "talk-" + i).command());
            }
          });
      for (int i = 0; i < 5; i++) {
        marked("small", TwoSteps.REF).does(new Action.Say(WORDS + "?"));
        engine.forgetting().forget(ID);
      }
      talking.get();
    }
    assertThat(typed)
        .hasSize(150)
        .allSatisfy(
            command -> assertThat(lead.settled(command).state()).isEqualTo(Settled.State.DONE));
    assertThat(sidecar("small").team().members()).hasSize(6);
    assertThat(columnsWith(WORDS)).isEmpty();
    assertThat(columnsWith(ID.value())).isEmpty();
    assertThat(engine.unproven()).isEmpty();
  }

  @Test
  void aNameIsNoIdAndTheProgramIsNobody() {
    marked("small", TwoSteps.REF).start();
    settle();
    assertThat(engine.forgetting().of(new PersonId(NAME))).isEmpty();
    assertThat(engine.forgetting().of(new PersonId("lead"))).isEmpty();
    assertThat(engine.forgetting().of(Sender.PROGRAM)).isEmpty();
    assertThat(engine.forgetting().forget(new PersonId("console:zanzi"))).isEmpty();
  }

  @Test
  void twoWhoLeftStayTwo() {
    Someone lead = lead("small");
    lead.start();
    Marked marked = marked("small", TwoSteps.REF);
    marked.does(new Action.Say("Answer billing questions"));
    settle();
    engine.forgetting().forget(ID);
    engine.forgetting().forget(new PersonId("console:lead"));
    assertThat(sidecar("small").team().members()).hasSize(2);
    assertThat(engine.unproven()).isEmpty();
    marked.does(new Action.Say("knowledge-qa"));
    assertThat(sidecar("small").team().members().keySet()).hasSize(3).contains(ID);
  }

  @Test
  void aProjectIsForgottenWhole() throws Exception {
    lead("other").start();
    everythingInTwoSteps("small");
    ProjectId small = new ProjectId("small");
    Forgetting.Extent extent = engine.forgetting().forget(small, false).orElseThrow();
    assertThat(extent.facts()).isPositive();
    assertThat(world.removed).containsExactly(small);
    assertThat(engine.projects().find(small)).isEmpty();
    assertThat(columnsWith("small")).isEmpty();
    assertThat(engine.forgetting().forget(small, false)).isEmpty();
    assertThat(engine.projects().find(new ProjectId("other"))).isPresent();
    lead("small").start();
    settle();
    assertThat(sidecar("small").visitNumber()).isEqualTo(1);
    assertThat(engine.unproven()).isEmpty();
    engine.forgetting().forget(small, true);
    assertThat(world.removed).as("it was to be kept").hasSize(1);
  }

  @Test
  void aProjectWhoseRepositoryCantBeRemovedStays() {
    lead("small").start();
    settle();
    world.refusesFiles(new NotEver("The disk said no."));
    assertThatThrownBy(() -> engine.forgetting().forget(new ProjectId("small"), false))
        .hasMessage("The disk said no.");
    assertThat(engine.projects().find(new ProjectId("small"))).isPresent();
    lead("small").answersEverything();
    assertThat(sidecar("small").answers().given()).isNotEmpty();
  }

  /** It ends with a commit that was refused, and so with a lane that is stopped. */
  private void everythingInTwoSteps(String project) throws Exception {
    Marked marked = marked(project, TwoSteps.REF);
    Someone lead = lead(project);
    marked.called(EARLIER).start();
    settle();
    marked.does(new Action.Say("Answer billing questions"));
    marked.does(new Action.Say("the " + WORDS + " class"));
    marked.does(new Action.Say(WORDS + "?"));
    marked.does(new Action.Answer(Map.of(WORDS, new Input.Text(WORDS))));
    marked.does(new Action.Say("knowledge-qa"));
    lead.does(new Action.Say("300"));
    marked.does(new Action.Assign(new PersonId("console:lead"), Role.APPROVER));
    lead.answersEverything();
    marked.does(new Action.Undo(null));
    marked.does(
        new Action.Answer(Map.of("architecture", new Input.Decision("rag-only", "daily edits"))));
    world.refusesFiles(new NotEver("Refused for " + NAME));
    marked.does(new Action.Choose("continue", "m1"));
    settle();
    marked.does(new Action.Stop());
    marked.does(new Action.Start(project, TwoSteps.REF, null, null, Depth.STANDARD));
    settle();
    world.refusesFiles(new NotEver("Refused for " + NAME));
    marked.does(
        new Action.Check(Map.of("goal-agreed", true, "data-allowed", true, "way-back", true)));
    marked.does(new Action.Sign(Verdict.NO_GO, "No, " + WORDS, List.of(), "scoping"));
    for (Fact.Topic topic : Fact.Topic.values()) {
      marked.does(new Action.Show(topic, "architecture"));
      lead.does(new Action.Show(topic, "architecture"));
    }
  }

  private void everythingWeighed(String project) throws Exception {
    Marked marked = marked(project, Weighed.REF);
    Someone lead = lead(project);
    marked.start();
    settle();
    marked.does(new Action.GiveBrief("Cost in a month: " + WORDS));
    marked.does(new Action.ChangeDepth(Depth.THOROUGH));
    marked.does(new Action.Answer(Map.of("budget_month", new Input.Text("400"))));
    marked.does(new Action.Skip("users"));
    marked.does(new Action.Answer(Map.of("hosting", new Input.Decision("own", "we have them"))));
    marked.does(new Action.Note("hosting", "pre-mortem", "It failed: " + WORDS));
    marked.does(new Action.Note("hosting", null, "Also " + WORDS));
    marked.does(new Action.Acknowledge("nobody-on-call", "A rota: " + WORDS));
    lead.does(new Action.Acknowledge("nobody-on-call", "too late"));
    marked.does(
        new Action.ChangePolicy(
            "evaluation", 2, Set.of(Role.OWNER, Role.APPROVER), true, "Because " + WORDS));
    marked.does(new Action.Assign(new PersonId("console:lead"), Role.APPROVER));
    marked.does(new Action.Choose("continue", "m1"));
    marked.does(new Action.Check(Map.of("measured", true)));
    marked.does(
        new Action.Sign(Verdict.CONDITIONAL, "Only if " + WORDS, List.of("measure again"), null));
    lead.does(new Action.Sign(Verdict.GO, null, List.of(), null));
    marked.does(new Action.Meet("evaluation", "measure again", "Seen: " + WORDS));
    lead.does(new Action.Meet("evaluation", "measure again", "too late"));
    marked.does(new Action.Revise(Map.of("budget_month", new Input.Text("500")), 1_000));
    for (Fact.Topic topic : Fact.Topic.values()) {
      marked.does(new Action.Show(topic, "hosting"));
      lead.does(new Action.Show(topic, "hosting"));
    }
    settle();
    world.lies("sidecar.yaml", "%s said %s".formatted(NAME, WORDS));
    lead.does(new Action.Show(Fact.Topic.ARTIFACT, "sidecar.yaml"));
    marked.does(new Action.Say("artifact " + WORDS + ".md"));
    settle();
    assertThat(engine.projects().latest(new ProjectId(project), 500))
        .anyMatch(message -> message.key().startsWith("artifact:"));
  }

  /** Where they never were let in: all that is kept is what they were told. */
  private void refusedAsAStranger(String project) {
    lead(project).start();
    settle();
    marked(project, TwoSteps.REF).does(new Action.Stop());
  }

  private void theProjectsGoOn() {
    Someone lead = lead("small");
    assertThat(lead.answersEverything().state()).isEqualTo(Settled.State.DONE);
    assertThat(lead("large").does(new Action.Say("progress")).state())
        .isEqualTo(Settled.State.DONE);
    assertThat(engine.unproven()).isEmpty();
  }

  private Sidecar sidecar(String project) {
    return engine.projects().find(new ProjectId(project)).orElseThrow().sidecar();
  }

  /** An engine that is open and does not work. */
  private Engine idle() throws DataFolder.InUse {
    return world.sleeping();
  }

  private void settle() {
    await().until(engine::idle);
  }

  private Someone lead(String project) {
    return new Someone(engine.inbox(), project, "lead", World.CHANNEL);
  }

  private Marked marked(String project, WorkflowRef workflow) {
    return new Marked(project, workflow, NAME);
  }

  private final class Marked {
    private final String project;
    private final WorkflowRef workflow;
    private final String name;

    Marked(String project, WorkflowRef workflow, String name) {
      this.project = project;
      this.workflow = workflow;
      this.name = name;
    }

    Marked called(String other) {
      return new Marked(project, workflow, other);
    }

    void start() {
      does(new Action.Start(project, workflow, null, "What we know: " + WORDS, Depth.STANDARD));
    }

    Settled does(Action action) {
      try {
        return engine.inbox().await(sends(action).command(), Patience.LONG_ENOUGH).orElseThrow();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    Inbox.Receipt sends(Action action) {
      try {
        return engine
            .inbox()
            .accept(
                new Inbox.Envelope(
                    "marked",
                    "event-" + events++,
                    null,
                    new ProjectId(project),
                    new Sender.Human(
                        new Person(ID, name, true), Set.of(Role.CONTRIBUTOR), World.CHANNEL),
                    action));
      } catch (Inbox.Busy e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Every column of every table in which a text stands, with what stands there. */
  private List<String> columnsWith(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = Connected.to(store, folder);
        Statement statement = connection.createStatement();
        ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
      while (columns.next()) {
        String table = columns.getString("TABLE_NAME");
        String column = columns.getString("COLUMN_NAME");
        if (Connected.isOurs(columns.getString("TABLE_SCHEM"), table)) {
          String there =
              " from \"%s\" where cast(\"%s\" as text) like '%%%s%%'"
                  .formatted(table, column, text);
          try (ResultSet rows = statement.executeQuery("select \"" + column + "\"" + there)) {
            while (rows.next()) {
              found.add(table + "." + column + " " + rows.getString(1));
            }
          }
        }
      }
    }
    return found;
  }
}
