package dev.aiwf.app;

import dev.aiwf.engine.store.DataFolder;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the program until it is told to stop. */
@Command(name = "run", description = "Runs until Ctrl-C or SIGTERM.")
final class RunCommand implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Override
  public void run() {
    Runs runs = new Runs(RunCommand::started);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("aiwf-stop").unstarted(() -> stop(runs, ended)));
    try {
      runs.run();
      System.out.println("aiwf: stopped");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** The process ends when this returns. */
  private static void stop(Runs runs, CountDownLatch ended) {
    runs.stop();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Runnable started(Runnable restart) {
    try {
      Settings settings = Settings.from(System.getenv(), Main.properties());
      LogConfigurator.apply(settings.logging());
      settings.warnings().forEach(LOG::warn);
      Program program = Program.start(settings, restart);
      System.out.print(program.greeting());
      System.out.flush();
      return program::close;
    } catch (Settings.Wrong | DataFolder.InUse e) {
      throw new Failures.Trouble(e);
    }
  }
}
