package dev.aiwf.web;

import java.time.Duration;
import java.util.Set;

/**
 * How the server is to be.
 *
 * @param host the name or address to bind to
 * @param port the port; 0 for any that is free
 * @param hosts the names it answers to beside loopback's and the one it is bound to
 * @param trustsLoopback whether a person on this machine is who they say they are
 * @param patience how long a request waits for its turn
 * @param heartbeat how often a silent stream shows that it is alive
 * @param mostStreams how many streams may be open at once
 */
public record WebSettings(
    String host,
    int port,
    Set<String> hosts,
    boolean trustsLoopback,
    Duration patience,
    Duration heartbeat,
    int mostStreams) {

  public WebSettings {
    hosts = Set.copyOf(hosts);
  }

  /** Reached from this machine only, its people taken at their word. */
  public static WebSettings onLoopback(int port) {
    return new WebSettings(
        "localhost", port, Set.of(), true, Duration.ofSeconds(10), Duration.ofSeconds(15), 1_000);
  }
}
