package dev.aiwf.bench;

import java.io.IOException;

/** People who work together, one of them doing one thing at a time. */
interface Team {

  /** Begins the day. */
  void start() throws IOException, InterruptedException;

  /** One of them does something. */
  void act() throws IOException, InterruptedException;
}
