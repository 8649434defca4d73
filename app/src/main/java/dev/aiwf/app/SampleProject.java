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
final class SampleProject implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SampleProject.class);

  private static final String SCENARIO = "scenarios/sample.yaml";
  private static final String BEGUN =
      "The sample was begun. Once it is removed it is not made again.\n";
  private static final String ENDED = "The sample was made. It is not made again.\n";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Inbox inbox;
  private final Projects projects;
  private final Path mark;
  private final List<Path> roots;
  private final PacksRead packs;
  private final Thread maker = Thread.ofVirtual().name("sample").unstarted(this::makeOnce);
  private final Semaphore news = new Semaphore(0);
  private volatile boolean closing;

  SampleProject(Inbox inbox, Projects projects, Path data, List<Path> roots, PacksRead packs) {
    this.inbox = inbox;
    this.projects = projects;
    this.mark = data.resolve("sample.made");
    this.roots = roots;
    this.packs = packs;
  }

  /** Has it made beside everything else. */
  void begin() {
    maker.start();
  }

  /** Makes it where there never was a project, unless no pack has the scenario for it. */
  void makeOnce() {
    try {
      if (!isWanted()) {
        return;
      }
      Optional<Performance> played = played();
      if (played.isPresent()) {
        replay(played.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Inbox.Busy e) {
      LOG.warn(
          "The sample project is not finished; the next start goes on with it: {}", e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("What became of the sample can't be noted", e);
    }
  }

  /**
   * What was begun is not left half done. Whoever has projects already, or removed this one, needs
   * none to look at.
   */
  private boolean isWanted() throws IOException {
    boolean begun = Files.exists(mark);
    Optional<Projects.Standing> there = projects.find(Sample.ID);
    return there.isPresent()
        ? Sample.is(there.get().sidecar()) && (!begun || Files.readString(mark).equals(BEGUN))
        : !begun && projects.list().isEmpty();
  }

  private Optional<Performance> played() {
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

  private void replay(Performance played) throws InterruptedException, Inbox.Busy, IOException {
    int event = 0;
    for (Performance.Taken taken : played.taken()) {
      event++;
      if (closing) {
        return;
      }
      var _ =
          inbox.accept(
              new Inbox.Envelope(
                  "sample",
                  String.valueOf(event),
                  null,
                  Sample.ID,
                  sender(taken.by()),
                  taken.action()));
      if (!Files.exists(mark)) {
        Files.writeString(mark, BEGUN);
      }
      boolean arrived = arrives(taken.number());
      if (closing) {
        return;
      }
      if (!arrived) {
        if (projects.find(Sample.ID).isPresent()) {
          LOG.warn("The sample project stands still after {} commands; it is left as it is", event);
        }
        break;
      }
    }
    Files.writeString(mark, ENDED);
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
    try (Projects.Following _ = projects.follow(Sample.ID, news::release)) {
      while (number() < number) {
        if (closing || !news.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          return false;
        }
      }
    }
    return true;
  }

  private long number() {
    return projects.find(Sample.ID).map(Projects.Standing::sidecar).map(Sidecar::number).orElse(0L);
  }

  /**
   * Has it end after the command that is under way. It is asked rather than interrupted, for an
   * interrupted thread is refused by whatever it stands before, and that would read like trouble.
   */
  @Override
  public void close() {
    closing = true;
    news.release();
    try {
      maker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
