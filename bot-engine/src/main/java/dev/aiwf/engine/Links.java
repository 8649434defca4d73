package dev.aiwf.engine;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.People;
import dev.aiwf.engine.rows.LinkTable;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Has two persons say that they are one human. */
final class Links implements People {

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  /** No letters that are read as others. */
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int HALF = 4;

  private static final String WRONG =
      "That code is not good, or not any more. Codes last ten minutes and are good once; ask for"
          + " another where you are known already.";

  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Links in this database.
   *
   * @param random makes codes that nobody can guess
   */
  Links(Database database, InstantSource clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Set<PersonId> also(PersonId person) {
    return database.read(handle -> LinkTable.also(handle, person));
  }

  @Override
  public String code(Person person) throws NotEver {
    vouched(person);
    String code = letters() + "-" + letters();
    Instant expires = clock.instant().plus(GOOD_FOR);
    return database
        .writer()
        .write(handle -> {
          LinkTable.give(handle, person, kept(code), expires);
          return code;
        });
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < HALF; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  @Override
  public Person typed(String code, Person person) throws NotEver {
    vouched(person);
    return sound(
        database
            .writer()
            .write(handle -> {
              Optional<Person> by =
                  LinkTable.of(handle, kept(code))
                      .filter(this::good)
                      .filter(given -> given.typed().isEmpty())
                      .map(LinkTable.Code::by)
                      .filter(giver -> !giver.id().surface().equals(person.id().surface()));
              by.ifPresent(giver -> LinkTable.typed(handle, giver.id(), person));
              return by;
            }));
  }

  @Override
  public Optional<Person> waiting(PersonId person) {
    return database.read(
        handle -> LinkTable.of(handle, person).filter(this::good).flatMap(LinkTable.Code::typed));
  }

  @Override
  public Person confirmed(Person person) throws NotEver {
    vouched(person);
    return sound(
        database
            .writer()
            .write(handle -> {
              Optional<Person> typed =
                  LinkTable.of(handle, person.id())
                      .filter(this::good)
                      .flatMap(LinkTable.Code::typed);
              typed.ifPresent(other -> {
                LinkTable.join(handle, person.id(), other.id(), clock.instant());
                LinkTable.forget(handle, person.id());
              });
              return typed;
            }));
  }

  @Override
  public boolean parted(PersonId person) {
    return database.writer().write(handle -> LinkTable.parted(handle, person));
  }

  private boolean good(LinkTable.Code code) {
    return clock.instant().isBefore(code.expires());
  }

  private static Person sound(Optional<Person> person) throws NotEver {
    return person.orElseThrow(() -> new NotEver(WRONG));
  }

  /** What anybody can claim is no reason to let somebody sign for another. */
  private static void vouched(Person person) throws NotEver {
    if (!person.verified()) {
      throw new NotEver(
          "Nobody vouches for who you are here, so you can't be somebody else as well. Sign in with"
              + " a token, or do it where a platform knows you.");
    }
  }

  /** A code is kept as what it comes to, as passwords are. */
  private static String kept(String code) {
    MessageDigest digest = Sha256.begin();
    digest.update(code.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    return Sha256.hex(digest);
  }
}
