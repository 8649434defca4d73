package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the measurements that are named, or says which there are. */
public final class Main {

  private static final List<Measurement> ALL =
      List.of(
          new Start(),
          new Ack(),
          new DiscordLoad(),
          new TurnTime(),
          new SlowDisk(),
          new Memory(),
          new Commits(),
          new Recovery(),
          new Day(),
          new Knowledge(),
          new Pages(),
          new Talk(),
          new Kills());

  private Main() {}

  /** Takes the checkout and the measurements' names. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(List.of(arguments));
    Path home = Path.of(names.removeFirst());
    if (names.isEmpty()) {
      System.out.println("usage: bench/run all, or some of");
      ALL.forEach(each -> System.out.printf("  %-9s %s%n", each.name(), each.asks()));
      return;
    }
    List<Measurement> wanted = wanted(names);
    Bench bench = Bench.in(home);
    for (Measurement each : wanted) {
      System.out.printf("%n== %s: %s%n", each.name(), each.asks());
      each.run(bench);
    }
    System.out.println("\nAll tables stand in " + bench.report().file());
  }

  private static List<Measurement> wanted(List<String> names) throws IOException {
    if (names.equals(List.of("all"))) {
      return ALL;
    }
    List<Measurement> wanted = new ArrayList<>();
    for (String name : names) {
      wanted.add(
          ALL.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new IOException("There is no measurement " + name + ".")));
    }
    return wanted;
  }
}
