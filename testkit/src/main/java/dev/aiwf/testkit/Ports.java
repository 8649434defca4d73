package dev.aiwf.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on loopback for servers that are started again where they were. */
public final class Ports {

  /** From here on Linux gives them to whoever connects, and to whoever asks for any. */
  private static final int GIVEN_TO_ANYBODY = 32_768;

  private static final int FIRST = 10_000;
  private static final int MOST_TRIES = 100;

  private Ports() {}

  /** One that nobody listens at, and that no connection is given while its server is down. */
  public static int free() {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, GIVEN_TO_ANYBODY);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("none of %d ports on loopback is free".formatted(MOST_TRIES));
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (BindException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
