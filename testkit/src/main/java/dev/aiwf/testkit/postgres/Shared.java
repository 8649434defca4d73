package dev.aiwf.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The server that all tests of a JVM share, or the reason why there is none. */
final class Shared {

  private static final Attempt ATTEMPT = attempt();

  private Shared() {}

  private record Attempt(@Nullable PostgresServer server, @Nullable Exception failure) {}

  static PostgresServer server() {
    PostgresServer server = ATTEMPT.server();
    if (server != null) {
      return server;
    }
    String why = "This is NOT tested on PostgreSQL: no server can be started: " + ATTEMPT.failure();
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(why, ATTEMPT.failure());
    }
    // Test runners are quiet about why something is skipped.
    System.out.println(why);
    return Assumptions.abort(why);
  }

  private static Attempt attempt() {
    try {
      return new Attempt(
          PostgresServer.forgetful(Files.createTempDirectory("aiwf-postgres")), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      return new Attempt(null, e);
    }
  }
}
