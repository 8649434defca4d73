package dev.aiwf.testkit.slack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** What is to go wrong with the next calls of a method. */
final class Faults {

  private final Map<String, Deque<Fault>> planned = new ConcurrentHashMap<>();

  void plan(String method, Fault fault) {
    planned.compute(
        method,
        (_, known) -> {
          Deque<Fault> faults = known == null ? new ArrayDeque<>() : new ArrayDeque<>(known);
          faults.add(fault);
          return faults;
        });
  }

  Optional<Fault> next(String method) {
    Deque<Fault> taken = new ArrayDeque<>();
    planned.computeIfPresent(
        method,
        (_, faults) -> {
          taken.add(faults.getFirst());
          Deque<Fault> rest = new ArrayDeque<>(faults);
          rest.removeFirst();
          return rest.isEmpty() ? null : rest;
        });
    return Optional.ofNullable(taken.peek());
  }

  /** One thing that goes wrong. */
  sealed interface Fault {

    /** Nothing happens, and Slack says why. */
    record Says(String error) implements Fault {}

    /** Nothing happens, and Slack asks to come back after so many seconds. */
    record TooFast(int seconds) implements Fault {}

    /** Nothing happens, and something in between answers. */
    record Answers(int status) implements Fault {}

    /** It happens, but the connection is closed before an answer. */
    record LosesReply() implements Fault {}

    /** Nothing happens, and no answer comes before the latch opens. */
    record Hangs(CountDownLatch until) implements Fault {}
  }
}
