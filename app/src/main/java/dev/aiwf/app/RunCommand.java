package dev.aiwf.app;

import dev.aiwf.engine.DataFolder;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Runs the program until it is told to stop. */
@Command(name = "run", description = "Runs until Ctrl-C or SIGTERM.")
final class RunCommand implements Runnable {

  @Override
  public void run() {
    Program program = started();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("aiwf-stop")
                .unstarted(() -> {
                  program.close();
                  System.out.println("aiwf: stopped");
                  stopped.countDown();
                }));
    System.out.print(program.greeting());
    System.out.flush();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Program started() {
    try {
      return Program.start(Settings.from(System.getenv(), Main.properties()));
    } catch (Settings.Wrong | DataFolder.InUse e) {
      throw new Failures.Trouble(e);
    }
  }
}
