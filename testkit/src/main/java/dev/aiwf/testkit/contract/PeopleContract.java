package dev.aiwf.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.People;
import dev.aiwf.core.surface.Myself;
import dev.aiwf.testkit.SettableClock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How several persons come to be one human, whoever keeps that. */
public abstract class PeopleContract {

  private static final Person SLACK = person("slack:T1:DANA");
  private static final Person DISCORD = person("discord:7");
  private static final Person TOKEN = person("token:dana");
  private static final Pattern CODE = Pattern.compile("me ([0-9A-Z]{4}-[0-9A-Z]{4})");

  private final SettableClock clock = SettableClock.begun();
  private People people;

  /** Nobody is known yet. */
  protected abstract People open(SettableClock time);

  @BeforeEach
  final void openPort() {
    people = open(clock);
  }

  private static Person person(String id) {
    return new Person(new PersonId(id), "dana", true);
  }

  private String code(Person person) {
    return code(people, person);
  }

  /** A code that this person was given. */
  public static String code(People people, Person person) {
    Matcher code = CODE.matcher(Myself.says(people, person, "link"));
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  /** Has both say that they are one human. */
  public static void link(People people, Person one, Person other) {
    assertThat(Myself.says(people, other, code(people, one))).contains(one.id().value());
    assertThat(Myself.says(people, one, "yes")).contains(other.id().value());
  }

  private void link(Person one, Person other) {
    link(people, one, other);
  }

  @Test
  void bothSayIt() {
    String code = code(SLACK);
    assertThat(Myself.says(people, DISCORD, code.toLowerCase(Locale.ROOT)))
        .isEqualTo(
            "Now say \"me yes\" where you are dana (slack:T1:DANA), so that both of you have said"
                + " it.");
    assertThat(people.also(DISCORD.id())).isEmpty();
    assertThat(Myself.says(people, SLACK, "")).contains("dana (discord:7) has typed your code");

    assertThat(Myself.says(people, SLACK, "yes")).startsWith("You are dana (discord:7) as well");
    assertThat(people.also(DISCORD.id())).containsExactly(SLACK.id());
    assertThat(people.also(SLACK.id())).containsExactly(DISCORD.id());
    assertThat(Myself.says(people, SLACK, "")).contains("and also discord:7");
  }

  @Test
  void whoIsTwoCanBeThree() {
    link(SLACK, DISCORD);
    link(TOKEN, DISCORD);

    assertThat(people.also(SLACK.id())).containsExactlyInAnyOrder(DISCORD.id(), TOKEN.id());
    assertThat(Myself.says(people, DISCORD, "alone"))
        .isEqualTo("You are nobody else any more. What was signed stays.");
    assertThat(people.also(DISCORD.id())).isEmpty();
    assertThat(people.also(SLACK.id())).containsExactly(TOKEN.id());
    assertThat(Myself.says(people, DISCORD, "alone")).isEqualTo("You were nobody else.");
  }

  @Test
  void aCodeIsGoodOnceForTenMinutesAndElsewhere() throws Exception {
    String code = people.code(SLACK);
    assertThatThrownBy(() -> people.typed("AAAA-AAAA", DISCORD)).isInstanceOf(NotEver.class);
    assertThatThrownBy(() -> people.typed(code, person("slack:T1:OTHER")))
        .isInstanceOf(NotEver.class);
    assertThatThrownBy(() -> people.confirmed(SLACK)).isInstanceOf(NotEver.class);
    assertThat(people.typed(code, DISCORD)).isEqualTo(SLACK);
    assertThatThrownBy(() -> people.typed(code, TOKEN)).isInstanceOf(NotEver.class);

    clock.tick(Duration.ofMinutes(11));
    assertThat(people.waiting(SLACK.id())).isEmpty();
    assertThatThrownBy(() -> people.confirmed(SLACK)).isInstanceOf(NotEver.class);
    assertThat(people.also(SLACK.id())).isEmpty();
  }

  @Test
  void whomNobodyVouchesForIsNobodyElse() {
    Person claimed = new Person(new PersonId("console:dana"), "dana", false);

    assertThat(Myself.says(people, claimed, "link")).startsWith("Nobody vouches for who you are");
    assertThat(Myself.says(people, claimed, code(SLACK)))
        .startsWith("Nobody vouches for who you are");
    assertThat(people.waiting(SLACK.id())).isEmpty();
  }
}
