package dev.aiwf.artifacts.git;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.port.Repositories.Opened;
import dev.aiwf.core.port.Repositories.Publication;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Repository.Resolution;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.testkit.SettableClock;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A project in a linked repository, as an engine would lead it. */
final class Linked {

  static final ProjectId PROJECT = new ProjectId("support-bot");
  static final String BRANCH = "aiwf/support-bot";
  static final String FOLDER = "aiwf/support-bot/";

  final SettableClock clock = SettableClock.begun();
  final GitRepositories repositories;
  private final @Nullable String address;
  private final Map<Long, List<File>> rendered = new HashMap<>();

  /** What was rendered before this process began. */
  LongFunction<List<File>> before = _ -> List.of();

  final List<Resolution> resolutions = new ArrayList<>();
  Set<String> predecessors = Set.of();

  Linked(Path data, GitSettings settings, @Nullable String address) {
    this(data, settings, address, InetAddress::getAllByName, Limits.USUAL);
  }

  Linked(
      Path data,
      GitSettings settings,
      @Nullable String address,
      Reach.Lookup lookup,
      Limits limits) {
    this.repositories = new GitRepositories(data, clock, settings, lookup, limits);
    this.address = address;
  }

  /** Settings that let tests talk to this machine. */
  static GitSettings here(String bot) {
    return new GitSettings(
        bot, true, true, List.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Opened open() throws NotNow, NotEver {
    return repositories.open(new Effect.OpenRepository(PROJECT, address));
  }

  /** Publishes as of a number of the journal; the effect has the same number. */
  Commit publish(long number, String... pathsAndTexts) throws NotNow, NotEver {
    List<File> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.add(new File(pathsAndTexts[i], pathsAndTexts[i + 1]));
    }
    return publish(number, files);
  }

  Commit publish(long number, List<File> files) throws NotNow, NotEver {
    clock.tick(Duration.ofMinutes(1));
    rendered.put(number, files);
    Effect.Publish effect =
        new Effect.Publish(
            PROJECT,
            new Repository.Place(
                address == null ? "repositories/support-bot.git" : address,
                BRANCH,
                "aiwf/support-bot"),
            number,
            "step-" + number,
            "Support Bot: complete step " + number,
            new Person(new PersonId("console:lead"), "Lead", false),
            Map.of("Aiwf-Command", List.of("api/" + number)));
    return repositories.publish(
        new Publication(
            effect,
            number,
            files,
            earlier -> rendered.getOrDefault(earlier, before.apply(earlier)),
            resolutions,
            predecessors));
  }
}
