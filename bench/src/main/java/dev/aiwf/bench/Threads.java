package dev.aiwf.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Projects in Slack, each in a thread of its own, and people who talk there.
 *
 * @param projects their names
 * @param threads the thread of each
 */
record Threads(List<String> projects, List<String> threads) {

  private static final long LONG_ENOUGH = Duration.ofMinutes(2).toNanos();

  /** Starts projects by slash commands and waits until each has its thread. */
  static Threads start(
      Server aiwf, SlackStandIn slack, SlackRequests requests, String prefix, int count)
      throws IOException {
    List<String> projects = new ArrayList<>();
    List<ByteBuffer> starts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      projects.add(prefix + "-" + i);
      starts.add(requests.command(aiwf.port(), "U1", "start " + prefix + "-" + i));
    }
    Load.once(aiwf.port(), Math.min(16, count), starts, 60).whole();
    long until = System.nanoTime() + LONG_ENOUGH;
    while (!slack.threadsOf().keySet().containsAll(projects)) {
      if (System.nanoTime() > until) {
        throw new IOException("Not every project was shown in Slack.");
      }
      LockSupport.parkNanos(10_000_000);
    }
    return new Threads(
        projects, projects.stream().map(slack.threadsOf()::get).map(String::valueOf).toList());
  }

  /** The same over a socket. */
  List<String> events(SlackRequests requests, int count) {
    List<String> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(requests.event(user(i), threads.get(i % threads.size()), words(i)));
    }
    return events;
  }

  private static String user(int i) {
    return "U" + (2 + i % 5);
  }

  private static String words(int i) {
    return "We should ask the team about item " + i + " before the weekend.";
  }

  /** What people type, one project after the other; each message gets a reply. */
  List<ByteBuffer> talk(SlackRequests requests, int port, int count) {
    List<ByteBuffer> talk = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      talk.add(requests.message(port, user(i), threads.get(i % threads.size()), words(i)));
    }
    return talk;
  }
}
