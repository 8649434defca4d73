package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured, and what it is measured beside. */
final class Programs {

  private Programs() {}

  /** The real program, started as people start it. */
  static Server aiwf(Bench bench, Path data, Map<String, String> environment) throws IOException {
    return aiwf(bench, data, Ports.free(), environment);
  }

  static Server aiwf(Bench bench, Path data, int port, Map<String, String> environment)
      throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("AIWF_DATA", data.toString());
    all.put("AIWF_SAMPLE", "false");
    all.put("AIWF_PORT", String.valueOf(port));
    return Server.start(
        List.of(bench.home().resolve("aiwf").toString()),
        all,
        bench.work().resolve("aiwf.log"),
        port,
        "/readyz");
  }

  /** The knowledge base alone, started as people start it. */
  static Server knowledge(Bench bench) throws IOException {
    int port = Ports.free();
    return Server.start(
        List.of(
            bench.home().resolve("aiwf").toString(),
            "knowledge",
            "serve",
            "--port",
            String.valueOf(port)),
        Map.of(),
        bench.work().resolve("knowledge.log"),
        port,
        "/knowledge/health");
  }

  /** What one of the program's other commands says when all is well. */
  static String told(Bench bench, Path data, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(bench.home().resolve("aiwf").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("AIWF_DATABASE_URL");
    builder.environment().put("AIWF_DATA", data.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), Texts.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("aiwf " + String.join(" ", arguments) + " came to " + said);
    }
    return said;
  }

  /** The JDK that measures, for whatever else is to run on it. */
  static String java() {
    return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
  }

  /** The smallest HTTP server that Java has. */
  static Server trivial(Bench bench) throws IOException {
    int port = Ports.free();
    return Server.start(
        List.of(
            java(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path", ""),
            TrivialServer.class.getName(),
            String.valueOf(port)),
        Map.of(),
        bench.work().resolve("trivial.log"),
        port,
        "/");
  }

  /** The app in JavaScript; none where node is missing or its packages are not installed. */
  static Optional<Server> boltJs(Bench bench) throws IOException {
    return boltJs(bench, Map.of("SLACK_SIGNING_SECRET", SlackRequests.SECRET));
  }

  /** The same; with an app-level token it opens a connection. */
  static Optional<Server> boltJs(Bench bench, Map<String, String> environment) throws IOException {
    Path app = bench.home().resolve("bench/bolt-js");
    if (!Files.isDirectory(app.resolve("node_modules"))) {
      System.out.println("Without the app in JavaScript: run npm ci in bench/bolt-js for it.");
      return Optional.empty();
    }
    int port = Ports.free();
    Map<String, String> all = new HashMap<>(environment);
    all.put("PORT", String.valueOf(port));
    all.put("NODE_ENV", "production");
    return Optional.of(
        Server.start(
            List.of("node", app.resolve("app.js").toString()),
            all,
            bench.work().resolve("bolt-js.log"),
            port,
            "/readyz"));
  }
}
