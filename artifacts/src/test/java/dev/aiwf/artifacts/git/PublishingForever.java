package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.Repositories.File;
import java.nio.file.Path;
import java.util.List;

/** A program that publishes one number after the other until it is killed. */
final class PublishingForever {

  private PublishingForever() {}

  public static void main(String... arguments) throws Exception {
    Linked linked = new Linked(Path.of(arguments[0]), Linked.here("this-one"), arguments[1]);
    for (long number = Long.parseLong(arguments[2]); ; number++) {
      System.out.println("begins " + number);
      publish(linked, number);
      System.out.println("has done " + number);
    }
  }

  static void publish(Linked linked, long number) throws Exception {
    linked.before = PublishingForever::files;
    var _ = linked.publish(number, files(number));
  }

  private static List<File> files(long number) {
    return List.of(
        new File("sidecar.yaml", "n: " + number + "\n"),
        new File("step-" + number % 20 + ".md", "# Step " + number + "\n"));
  }
}
