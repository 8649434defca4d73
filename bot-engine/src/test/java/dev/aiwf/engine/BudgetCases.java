package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Spent;
import dev.aiwf.engine.rows.ProjectRows;
import dev.aiwf.engine.rows.SpendTable;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What talking may cost, whichever database it is written in. */
abstract class BudgetCases {

  private static final ProjectId BOT = new ProjectId("support-bot");
  private static final ProjectId SEARCH = new ProjectId("search");
  private static final PersonId LEAD = new PersonId("slack:T1:U1");
  private static final PersonId DATA = new PersonId("slack:T1:U2");

  /** A turn takes 100, a person 250 in a day, a project 300 ever, and everybody 350 in a day. */
  private static final Caps CAPS = new Caps(100, 300, 250, 350);

  private final SettableClock clock = SettableClock.begun();

  @TempDir private Path folder;
  private Database database;
  private Budget budget;

  /** A database with nothing in it. */
  abstract Store store();

  @BeforeEach
  void open() {
    database = Opening.of(store(), folder).open(_ -> {});
    budget = new Budget(database, clock);
    budget.caps(CAPS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void spends(String talk, ProjectId project, PersonId person, long tokens) {
    assertThat(budget.reserve(talk, project, person)).isEmpty();
    settle(talk, project, person, "a model", new Spent(tokens, 0, null));
  }

  private Optional<String> settle(
      String talk, ProjectId project, PersonId person, String model, Spent spent) {
    return database
        .writer()
        .write(handle -> budget.settle(handle, talk, project, person, model, spent));
  }

  private SpendTable.Sums sums(ProjectId project, PersonId person) {
    LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return database.read(handle -> SpendTable.sums(handle, "another", project, person, day));
  }

  @Test
  void talksAreAddedUpByDayByPersonAndByProject() {
    spends("1", BOT, LEAD, 10);
    spends("2", BOT, LEAD, 20);
    spends("3", BOT, DATA, 40);
    spends("4", SEARCH, LEAD, 80);
    assertThat(sums(BOT, LEAD)).isEqualTo(new SpendTable.Sums(150, 110, 70));
    assertThat(sums(SEARCH, DATA)).isEqualTo(new SpendTable.Sums(150, 40, 80));

    clock.tick(Duration.ofDays(1));
    spends("5", SEARCH, DATA, 5);
    assertThat(sums(BOT, LEAD)).isEqualTo(new SpendTable.Sums(5, 0, 70));
    assertThat(sums(SEARCH, DATA)).isEqualTo(new SpendTable.Sums(5, 5, 85));
  }

  @Test
  void whatIsSetAsideCountsForAllOthers() {
    assertThat(budget.reserve("1", BOT, LEAD)).isEmpty();
    assertThat(sums(BOT, LEAD)).isEqualTo(new SpendTable.Sums(100, 100, 100));
    // After a restart it begins anew, and has it already.
    assertThat(budget.reserve("1", BOT, LEAD)).isEmpty();
    assertThat(sums(BOT, LEAD)).isEqualTo(new SpendTable.Sums(100, 100, 100));

    assertThat(budget.reserve("2", SEARCH, LEAD)).isEmpty();
    assertThat(budget.reserve("3", BOT, LEAD))
        .hasValueSatisfying(
            why -> assertThat(why).startsWith("The 250 of your tokens of today are used up."));
    assertThat(budget.reserve("3", BOT, DATA)).isEmpty();
    assertThat(budget.reserve("4", SEARCH, DATA))
        .hasValueSatisfying(
            why -> assertThat(why).startsWith("The 350 of today's tokens are used up."));
  }

  @Test
  void whatATalkDidNotTakeIsThereAgain() {
    assertThat(budget.reserve("1", BOT, LEAD)).isEmpty();
    assertThat(budget.reserve("2", BOT, LEAD)).isEmpty();
    assertThat(budget.reserve("3", BOT, LEAD)).isPresent();
    settle("1", BOT, LEAD, "a model", new Spent(7, 3, null));
    assertThat(budget.reserve("3", BOT, LEAD)).isEmpty();
  }

  @Test
  void aWordIsSaidOnceWhereACapComesNear() {
    spends("1", BOT, LEAD, 100);
    assertThat(budget.reserve("2", BOT, DATA)).isEmpty();
    assertThat(settle("2", BOT, DATA, "a model", new Spent(150, 0, null)))
        .hasValue("83 % of the 300 of this project's tokens are used.");
    assertThat(sums(BOT, DATA)).isEqualTo(new SpendTable.Sums(250, 150, 250));
    budget.caps(new Caps(10, 300, 250, 1_000));
    assertThat(budget.reserve("3", BOT, DATA)).isEmpty();
    assertThat(settle("3", BOT, DATA, "a model", new Spent(5, 0, null))).isEmpty();
  }

  @Test
  void aProjectThatIsForgottenSpentNothing() {
    spends("1", BOT, LEAD, 10);
    spends("2", SEARCH, LEAD, 20);
    database.writer().write(handle -> ProjectRows.delete(handle, BOT));
    assertThat(sums(BOT, LEAD)).isEqualTo(new SpendTable.Sums(20, 20, 0));
  }

  @Test
  void whoLeftHasSpentItAllTheSame() {
    spends("1", BOT, LEAD, 10);
    spends("2", SEARCH, LEAD, 20);
    PersonId left = new PersonId("slack:~left-1");
    database
        .writer()
        .write(handle -> {
          SpendTable.spentBy(handle, BOT, LEAD, left);
          return left;
        });
    assertThat(sums(BOT, LEAD)).isEqualTo(new SpendTable.Sums(30, 20, 10));
    assertThat(sums(BOT, left)).isEqualTo(new SpendTable.Sums(30, 10, 10));
  }
}
