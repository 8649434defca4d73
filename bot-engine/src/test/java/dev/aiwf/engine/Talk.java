package dev.aiwf.engine;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody who talks in a project, and what the project has heard of it. */
record Talk(Engine engine, SettableClock clock, ProjectId project) {

  private static final int ALL = 100_000;

  /** Says something under its own name, as whoever sends it again does. */
  void says(String words) throws Inbox.Busy {
    Person lead = new Person(new PersonId("test:lead"), "lead", true);
    var _ =
        engine
            .inbox()
            .accept(
                new Inbox.Envelope(
                    "test",
                    project.value() + " " + words,
                    null,
                    project,
                    new Sender.Human(lead, Set.of(Role.CONTRIBUTOR), null),
                    new Action.Say(words)));
  }

  /** Whether it was acknowledged. */
  boolean acknowledged(String words) {
    try {
      says(words);
      return true;
    } catch (Inbox.Busy e) {
      return false;
    }
  }

  /** What the journal says was said, in its order. */
  List<String> said() {
    Map<String, String> words =
        engine.projects().messages(project, 0, ALL).stream()
            .collect(toMap(Message::key, message -> message.content().text()));
    return engine.projects().facts(project, 0, ALL).stream()
        .map(Entry::fact)
        .flatMap(fact -> fact instanceof Fact.Said(var key) ? Stream.of(key) : Stream.empty())
        .map(key -> words.getOrDefault(key, "nobody knows what"))
        .toList();
  }

  /** Lets what waits for its time have it. */
  void settle() {
    await()
        .until(() -> {
          clock.tick(Duration.ofSeconds(1));
          engine.tick();
          return engine.idle();
        });
  }
}
