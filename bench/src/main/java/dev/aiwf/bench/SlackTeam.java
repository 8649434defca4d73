package dev.aiwf.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;

/** Talks in a thread in Slack all day, and presses what stands there. */
final class SlackTeam implements Team {

  private static final double PRESSES = 0.2;
  private static final double REPEATS = 0.1;
  private static final int PEOPLE = 5;

  private final Server aiwf;
  private final Api api;
  private final SlackStandIn slack;
  private final SlackRequests requests;
  private final String name;
  private final Random random;
  private final Tally tally;
  private String project = "";
  private String thread = "";
  private int said;

  SlackTeam(
      Server aiwf,
      Api api,
      SlackStandIn slack,
      SlackRequests requests,
      String name,
      Random random,
      Tally tally) {
    this.aiwf = aiwf;
    this.api = api;
    this.slack = slack;
    this.requests = requests;
    this.name = name;
    this.random = random;
    this.tally = tally;
  }

  @Override
  public void start() throws IOException, InterruptedException {
    Threads started = Threads.start(aiwf, slack, requests, name, 1);
    project = started.projects().getFirst();
    thread = started.threads().getFirst();
    api.begun(project);
    tally.started.increment();
  }

  @Override
  public void act() throws IOException {
    String person = "U" + (1 + random.nextInt(PEOPLE));
    Optional<SlackStandIn.Button> button = slack.button(thread);
    if (button.isPresent() && random.nextDouble() < PRESSES) {
      acknowledged(requests.press(aiwf.port(), person, thread, button.get()));
      tally.pressed.increment();
      return;
    }
    String words = "We talked about point " + ++said + " of " + project;
    acknowledged(requests.message(aiwf.port(), person, thread, words));
    tally.said(project, words);
  }

  /** Slack delivers again what it thinks was lost. */
  private void acknowledged(ByteBuffer request) throws IOException {
    int times = random.nextDouble() < REPEATS ? 2 : 1;
    Load.once(aiwf.port(), 1, Collections.nCopies(times, request), 30).whole();
    tally.repeated.add(times - 1);
  }
}
