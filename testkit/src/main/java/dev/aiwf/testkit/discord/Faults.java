package dev.aiwf.testkit.discord;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** What is to go wrong with the next calls of a route. */
final class Faults {

  private final List<Planned> planned = new CopyOnWriteArrayList<>();

  private record Planned(String route, Fault fault) {}

  void plan(String route, Fault fault) {
    planned.add(new Planned(route, fault));
  }

  Optional<Fault> next(String route) {
    return planned.stream()
        .filter(each -> each.route().equals(route))
        .findFirst()
        .filter(planned::remove)
        .map(Planned::fault);
  }

  /** One thing that goes wrong. */
  sealed interface Fault {

    /** Nothing happens, and Discord says why. */
    record Says(int status, int code) implements Fault {}

    /** Nothing happens, and Discord asks to come back after so many seconds. */
    record TooFast(double seconds) implements Fault {}

    /** Nothing happens, and something in between answers. */
    record Answers(int status) implements Fault {}

    /** It happens, but the connection is closed before an answer. */
    record LosesReply() implements Fault {}

    /** It happens, but no answer comes before the latch opens. */
    record AnswersLate(CountDownLatch until) implements Fault {}

    /** Nothing happens, and no answer comes before the latch opens. */
    record Hangs(CountDownLatch until) implements Fault {}
  }
}
