package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.People;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import dev.aiwf.testkit.contract.PeopleContract;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several persons of one human may do in projects, whichever database it stands on. */
abstract class LinkCases {

  private static final Person SLACK = person("slack:T1:DANA");
  private static final Person DISCORD = person("discord:7");

  @TempDir private Path folder;
  private World world;
  private Engine engine;
  private People people;

  /** A database with nothing in it. */
  abstract Store store();

  @BeforeEach
  void open() throws DataFolder.InUse {
    world = new World(folder, store());
    engine = world.engine();
    people = engine.people();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static Person person(String id) {
    return new Person(new PersonId(id), "dana", true);
  }

  @Test
  void whatOneMayDoTheOtherMay() {
    Someone lead = new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL);
    lead.start();
    lead.does(new Action.Assign(SLACK.id(), Role.CONTRIBUTOR));
    assertThat(says(DISCORD, "Hello").refusal()).isNotNull();

    PeopleContract.link(people, SLACK, DISCORD);
    assertThat(says(DISCORD, "Answer billing questions").refusal()).isNull();
    Sidecar sidecar = engine.projects().find(lead.project()).orElseThrow().sidecar();
    assertThat(sidecar.team().member(DISCORD.id())).isPresent();
  }

  private Inbox.Settled says(Person person, String words) {
    return new Someone(engine.inbox(), "support-bot", new Sender.Human(person, Set.of(), null))
        .says(words);
  }

  @Test
  void whoIsForgottenIsNobodyElse() {
    Someone lead = new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL);
    lead.start();
    lead.does(new Action.Assign(SLACK.id(), Role.CONTRIBUTOR));
    PeopleContract.link(people, SLACK, DISCORD);

    assertThat(engine.forgetting().forget(SLACK.id())).isPresent();
    assertThat(people.also(DISCORD.id())).isEmpty();
  }
}
