package dev.aiwf.app;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Sample;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.scenario.Performance;
import dev.aiwf.core.scenario.Rehearsal;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.packs.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the finished project that a new installation shows. A pack's scenario is played in memory
 * first; what its people asked for there goes through the inbox in the same order, so that facts,
 * files and commits are real ones. Broken off, it goes on at the next start, for what was taken
 * already is not taken again.
 */
final class SampleProject {

  private static final Logger LOG = LoggerFactory.getLogger(SampleProject.class);

  private static final String SCENARIO = "scenarios/sample.yaml";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Inbox inbox;
  private final Projects projects;
  private final Path mark;

  SampleProject(Inbox inbox, Projects projects, Path data) {
    this.inbox = inbox;
    this.projects = projects;
    this.mark = data.resolve("sample.made");
  }

  /** Makes it where there never was a project, unless no pack has the scenario for it. */
  void makeOnce(List<Path> roots, PacksRead packs) {
    if (Files.exists(mark)
        || projects.list().stream().anyMatch(line -> !line.id().equals(Sample.ID))) {
      return;
    }
    try {
      Optional<Performance> played = played(roots, packs);
      if (played.isPresent() && replayed(played.get())) {
        Files.writeString(mark, "The sample was made once; it is not made again.\n");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Inbox.Busy e) {
      LOG.warn(
          "The sample project is not finished; the next start goes on with it: {}", e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("It can't be noted that the sample was made", e);
    }
  }

  private static Optional<Performance> played(List<Path> roots, PacksRead packs) {
    return roots.stream()
        .flatMap(root -> Scenarios.shipped(root).stream())
        .flatMap(read -> read.scenario().stream())
        .filter(scenario -> scenario.file().endsWith(SCENARIO))
        .flatMap(scenario ->
            packs
                .of(scenario)
                .map(workflow -> Rehearsal.playWithoutChannels(workflow, scenario))
                .stream())
        .findFirst();
  }

  private boolean replayed(Performance played) throws InterruptedException, Inbox.Busy {
    int event = 0;
    for (Performance.Taken taken : played.taken()) {
      event++;
      var _ =
          inbox.accept(
              new Inbox.Envelope(
                  "sample",
                  String.valueOf(event),
                  null,
                  Sample.ID,
                  sender(taken.by()),
                  taken.action()));
      if (!arrives(taken.number())) {
        LOG.warn("The sample project stands still after {} commands; it is left as it is", event);
        return false;
      }
    }
    return true;
  }

  /** Nobody in it is anybody, so nobody in it is verified. */
  private static Sender.Human sender(Sender.Human actor) {
    String name = actor.person().name();
    return new Sender.Human(new Person(Sample.person(name), name, false), actor.roles(), null);
  }

  /**
   * Waits for all that follows from a command, so that the next one finds what it was meant for.
   */
  private boolean arrives(long number) throws InterruptedException {
    Semaphore turns = new Semaphore(0);
    try (Projects.Following _ = projects.follow(Sample.ID, turns::release)) {
      while (number() < number) {
        if (!turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          return false;
        }
      }
    }
    return true;
  }

  private long number() {
    return projects.find(Sample.ID).map(Projects.Standing::sidecar).map(Sidecar::number).orElse(0L);
  }
}
