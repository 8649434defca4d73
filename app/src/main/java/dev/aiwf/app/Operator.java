package dev.aiwf.app;

import dev.aiwf.artifacts.git.GitRepositories;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.Operations;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.Watch;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.web.export.Export;
import dev.aiwf.web.export.Exports;
import dev.aiwf.web.operate.RemoteOperator;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What an operator works with: the running program if there is one, and otherwise what it left.
 *
 * @param running whether what is asked for is done at once
 * @param restart has the program that runs end and begin again
 */
record Operator(
    Operations operations,
    Forgetting forgetting,
    Exports exports,
    boolean running,
    Runnable restart,
    Runnable end)
    implements AutoCloseable {

  private static final int TRIES = 300;
  private static final int MILLIS_BETWEEN = 100;

  /** As the environment has it. */
  static Operator here() {
    try {
      return of(Settings.from(System.getenv(), Main.properties()));
    } catch (Settings.Wrong e) {
      throw new Failures.Trouble(e);
    }
  }

  /** Whoever has the folder and tells no address is starting, ending, or another operator. */
  static Operator of(Settings settings) {
    if (!Files.isDirectory(settings.data())) {
      throw new Failures.Trouble(
          "There is no data folder at %s. AIWF_DATA names the one that is meant."
              .formatted(settings.data()));
    }
    AddressFile address = AddressFile.in(settings.data());
    for (int i = 0; i < TRIES; i++) {
      try {
        return alone(settings, DataFolder.take(settings.data()), address);
      } catch (DataFolder.InUse e) {
        Optional<URI> there = address.read();
        if (there.isPresent()) {
          return beside(settings, there.get());
        }
        pause();
      }
    }
    throw new Failures.Trouble(
        "Another aiwf has the data folder %s and can't be asked just now. Try again in a moment."
            .formatted(settings.data()));
  }

  private static Operator alone(Settings settings, DataFolder folder, AddressFile left) {
    // Nobody has the folder, so nobody is where it says.
    left.remove();
    Clock clock = Clock.systemUTC();
    GitRepositories repositories = Program.repositories(settings, clock);
    Engine engine =
        Program.engine(
            settings,
            folder,
            clock,
            List.of(),
            repositories,
            new KnowledgeBases(settings, clock, new SecureRandom()).memory(),
            Watch.NONE);
    return new Operator(
        engine.operations(),
        engine.forgetting(),
        new Export(engine.projects(), repositories.artifacts()),
        false,
        () -> {},
        engine::close);
  }

  private static Operator beside(Settings settings, URI address) {
    RemoteOperator remote =
        new RemoteOperator(
            address, Program.tokens(settings, Clock.systemUTC(), new SecureRandom()));
    return new Operator(remote, remote, remote, true, remote::restart, remote::close);
  }

  static void pause() {
    try {
      Thread.sleep(MILLIS_BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failures.Trouble("Interrupted; nothing was changed.");
    }
  }

  @Override
  public void close() {
    end.run();
  }
}
