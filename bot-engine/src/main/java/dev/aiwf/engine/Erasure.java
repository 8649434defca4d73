package dev.aiwf.engine;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sample;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.engine.rows.Effacing;
import dev.aiwf.engine.rows.Held;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.rows.JournalTable;
import dev.aiwf.engine.rows.MessageTable;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.rows.ProjectTable;
import dev.aiwf.engine.rows.Pseudonym;
import dev.aiwf.engine.rows.Ready;
import dev.aiwf.engine.rows.SpendTable;
import dev.aiwf.engine.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One project without a person: worked out while it stands still, then written in one go.
 *
 * @param facts those that say something else now
 * @param held the project as it then is; none if there is only what was refused there
 * @param finished the number of the fact that it was finished with, if it ever was
 * @param said the messages that say something else now
 */
record Erasure(
    ProjectId project,
    Pseudonym person,
    List<Entry> facts,
    Optional<Held> held,
    Optional<Long> finished,
    List<Draft> said) {

  static Erasure of(Database database, Shelf shelf, ProjectId project, Pseudonym person) {
    Effacing effacing = new Effacing(person);
    List<Entry> before = database.read(handle -> JournalTable.whole(handle, project));
    List<Entry> after = before.stream().map(effacing::of).toList();
    Sidecar sidecar = Evolve.fold(project, after);
    if (sidecar == null) {
      return new Erasure(project, person, List.of(), Optional.empty(), Optional.empty(), List.of());
    }
    ProjectTable.Counters counters =
        database.read(handle -> ProjectTable.counters(handle, project));
    Held held =
        new Held(
            shelf.workflow(sidecar.workflow().hash()),
            sidecar,
            counters.messages(),
            counters.seq());
    Map<String, Content> told = Retelling.of(held.workflow(), project, before);
    Map<String, Content> retold = Retelling.of(held.workflow(), project, after);
    List<Draft> said = new ArrayList<>();
    for (MessageTable.Kept message : database.read(handle -> MessageTable.kept(handle, project))) {
      Content content = message.content();
      if (person.was().equals(message.by())) {
        content = Pseudonym.MESSAGE;
      } else if (message.key().startsWith(MessageKeys.artifact(""))) {
        // What a file says of them was put together elsewhere; it can be shown anew.
        content = Pseudonym.MESSAGE;
      } else if (message.by() == null
          && !Objects.equals(told.get(message.key()), retold.get(message.key()))) {
        content = retold.getOrDefault(message.key(), Pseudonym.MESSAGE);
      }
      content = effacing.of(content);
      if (!content.equals(message.content())) {
        said.add(Draft.redraw(message.key(), content));
      }
    }
    List<Entry> facts = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        facts.add(after.get(i));
      }
    }
    return new Erasure(project, person, facts, Optional.of(held), finished(after), said);
  }

  private static Optional<Long> finished(List<Entry> journal) {
    return journal.reversed().stream()
        .filter(entry -> entry.fact() instanceof Fact.Completed)
        .map(Entry::number)
        .findFirst();
  }

  /**
   * What followed.
   *
   * @param refused the commands that were refused
   * @param effects what is to be done
   */
  record Written(List<String> refused, List<InboxTable.Place> effects) {}

  Written write(Handle handle, Instant now) {
    JournalTable.replace(handle, project, facts);
    PersonId was = person.was();
    MessageTable.saidBy(handle, project, was, person.now());
    SpendTable.spentBy(handle, project, was, person.now());
    held.ifPresent(state ->
        ProjectTable.save(
            handle, MessageTable.say(handle, state, said, now, Ready.NOTHING).held()));
    Effacing effacing = new Effacing(person);
    OutboxTable.efface(handle, project, effacing, now);
    return new Written(InboxTable.efface(handle, project, effacing), rememberAnew(handle, now));
  }

  /** What is kept of a finished project may hold their words, and lies outside of the tables. */
  private List<InboxTable.Place> rememberAnew(Handle handle, Instant now) {
    if (held.isEmpty() || Sample.is(held.get().sidecar()) || finished.isEmpty()) {
      return List.of();
    }
    Sidecar sidecar = held.get().sidecar();
    return OutboxTable.insert(
            handle,
            project,
            new Effect.Remember(project, finished.get()),
            sidecar.visitNumber(),
            sidecar.number(),
            now,
            Ready.NOTHING)
        .stream()
        .toList();
  }
}
