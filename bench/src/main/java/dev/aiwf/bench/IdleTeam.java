package dev.aiwf.bench;

import java.io.IOException;

/** Starts a project, and then has other things to do. */
record IdleTeam(String name, Api api, Tally tally) implements Team {

  @Override
  public void start() throws IOException, InterruptedException {
    api.post("lead", name, "/api/projects", Script.start(name));
    tally.started.increment();
  }

  @Override
  public void act() {
    // It does nothing.
  }
}
