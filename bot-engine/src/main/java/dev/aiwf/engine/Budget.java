package dev.aiwf.engine;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Spent;
import dev.aiwf.engine.rows.SpendTable;
import dev.aiwf.engine.store.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sees to it that talking with a model costs no more than was allowed. */
final class Budget {

  private static final double NEAR = 0.8;

  private final Database database;
  private final InstantSource clock;
  private volatile Caps caps = Caps.USUAL;

  Budget(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  void caps(Caps allowed) {
    caps = allowed;
  }

  Caps caps() {
    return caps;
  }

  /** Sets a turn's tokens aside; why not, where there are too few left. */
  Optional<String> reserve(String talk, ProjectId project, PersonId person) {
    LocalDate day = today();
    return database
        .writer()
        .write(handle -> {
          SpendTable.Sums sums = SpendTable.sums(handle, talk, project, person, day);
          Optional<String> over =
              over(sums.day(), caps.day(), "today's tokens", "tomorrow")
                  .or(() -> over(sums.person(), caps.person(), "your tokens of today", "tomorrow"))
                  .or(() ->
                      over(
                          sums.project(),
                          caps.project(),
                          "this project's tokens",
                          "once somebody raises AIWF_LLM_TOKENS_PROJECT"));
          if (over.isEmpty()) {
            SpendTable.reserve(handle, talk, project, person, day, clock.instant(), caps.turn());
          }
          return over;
        });
  }

  private Optional<String> over(long spent, long cap, String what, String until) {
    return spent + caps.turn() <= cap
        ? Optional.empty()
        : Optional.of(
            ("The %,d of %s are used up. The questions go on without a model; the architect"
                    + " answers again %s.")
                .formatted(cap, what, until));
  }

  /** Writes down what it came to; a word where a cap has come near with it. */
  Optional<String> settle(
      Handle handle, String talk, ProjectId project, PersonId person, String model, Spent spent) {
    SpendTable.Sums before = SpendTable.sums(handle, talk, project, person, today());
    SpendTable.settle(handle, talk, model, spent);
    return near(before.day(), spent.tokens(), caps.day(), "today's tokens")
        .or(() -> near(before.project(), spent.tokens(), caps.project(), "this project's tokens"));
  }

  private static Optional<String> near(long before, long more, long cap, String what) {
    double line = cap * NEAR;
    return before < line && before + more >= line
        ? Optional.of(
            "%d %% of the %,d of %s are used.".formatted((before + more) * 100 / cap, cap, what))
        : Optional.empty();
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
