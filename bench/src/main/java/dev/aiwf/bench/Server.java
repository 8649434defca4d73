package dev.aiwf.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that answers HTTP; whatever is started here is ended here. */
final class Server implements AutoCloseable {

  private static final long LONG_ENOUGH = TimeUnit.SECONDS.toNanos(300);
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Process process;
  private final int port;
  private final long nanosToReady;

  private Server(Process process, int port, long nanosToReady) {
    this.process = process;
    this.port = port;
    this.nanosToReady = nanosToReady;
  }

  /** Starts it and waits until it answers there with 200. */
  static Server start(
      List<String> command, Map<String, String> environment, Path log, int port, String readyAt)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    // What is measured is what the measurement says, whatever is set for other starts.
    builder.environment().remove("AIWF_DATABASE_URL");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    long begun = System.nanoTime();
    Process process = builder.start();
    // Ctrl-C ends the measurement, and must end this as well.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Server server = new Server(process, port, 0);
    while (!answers(port, readyAt)) {
      if (!process.isAlive() || System.nanoTime() - begun > LONG_ENOUGH) {
        server.close();
        throw new IOException(command.getFirst() + " did not come up; its log is " + log);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
    return new Server(process, port, System.nanoTime() - begun);
  }

  private static boolean answers(int port, String path) {
    ByteBuffer answer = ByteBuffer.allocate(64 * 1024);
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      channel.write(get(port, path));
      while (Answer.status(answer) == 0) {
        if (channel.read(answer) < 0) {
          return false;
        }
      }
      return Answer.status(answer) == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** A request that asks for no more than this path. */
  static ByteBuffer get(int port, String path) {
    return ByteBuffer.wrap(
        "GET %s HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
            .formatted(path, port)
            .getBytes(Texts.UTF_8));
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** From its exec to its first 200. */
  long nanosToReady() {
    return nanosToReady;
  }

  /** The processors' time that it has used so far, in nanoseconds. */
  long processorNanos() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  /** What it holds of the machine's memory, in KiB. */
  long residentKib() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("process " + process.pid() + " is gone"));
  }

  /** {@code kill -9}: it learns nothing of it. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** It may come to its end, but not take for ever. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
