package dev.aiwf.app.killed;

import static org.awaitility.Awaitility.await;

import dev.aiwf.app.Main;
import dev.aiwf.testkit.Ports;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real program in a process of its own, always on the same folder and port. */
public final class ProgramProcess implements AutoCloseable {

  private final Path data;
  private final Path log;
  private final int port;
  private final Map<String, String> environment;
  private final HttpClient http = HttpClient.newHttpClient();
  private Optional<Process> process = Optional.empty();

  /** On that folder, with a port that is free now. */
  public ProgramProcess(Path data, Path log, Map<String, String> environment) {
    this.data = data;
    this.log = log;
    this.environment = environment;
    this.port = Ports.free();
  }

  /** Where it is reached. */
  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  /** Starts it and waits until it takes commands. */
  public void start() throws IOException {
    ProcessBuilder builder = java();
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process started = builder.start();
    process = Optional.of(started);
    await().pollInterval(Duration.ofMillis(20)).until(() -> ready() || !started.isAlive());
    if (!started.isAlive()) {
      throw new IOException("it ended with " + started.exitValue() + "; see " + log);
    }
  }

  /**
   * What a command said and how it ended.
   *
   * @param said on standard output
   */
  public record Said(int exit, String said) {}

  /** Runs a command of the same program on the same folder, with this typed into it. */
  public Said command(String typed, String... words) throws IOException, InterruptedException {
    ProcessBuilder builder = java(words);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process command = builder.start();
    try (OutputStream in = command.getOutputStream()) {
      in.write(typed.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(command.waitFor(), said);
  }

  private ProcessBuilder java(String... words) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                classPath(),
                Main.class.getName()));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(environment);
    builder.environment().put("AIWF_DATA", data.toString());
    builder.environment().put("AIWF_PORT", String.valueOf(port));
    return builder;
  }

  /** Surefire hands the class path over in a jar's manifest where it is long. */
  private static String classPath() {
    return System.getProperty(
            "surefire.test.class.path", System.getProperty("java.class.path", "."))
        .replace(",", File.pathSeparator);
  }

  private boolean ready() {
    try {
      return http.send(
                  HttpRequest.newBuilder(address().resolve("/readyz"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One of the figures at /metrics. */
  public double figure(String name) throws IOException, InterruptedException {
    String figures =
        http.send(
                HttpRequest.newBuilder(address().resolve("/metrics")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    return figures
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no figure " + name + " in " + figures));
  }

  /** {@code kill -9}: it learns nothing of it. */
  public void kill() throws InterruptedException {
    Process killed = process.orElseThrow();
    killed.destroyForcibly();
    killed.waitFor();
  }

  /** {@code kill}: it may come to its end. Answers with its exit code. */
  public int stop() throws InterruptedException {
    Process stopped = process.orElseThrow();
    stopped.destroy();
    return stopped.waitFor();
  }

  @Override
  public void close() {
    process.filter(Process::isAlive).ifPresent(Process::destroyForcibly);
    http.close();
  }
}
