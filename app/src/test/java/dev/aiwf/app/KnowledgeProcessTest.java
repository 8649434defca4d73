package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.Patience;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The knowledge base as a program that its client starts: nothing but messages is said. */
class KnowledgeProcessTest {

  @TempDir private Path folder;

  @Test
  @Timeout(600)
  void itAnswersALineForEachRequestAndEndsWithItsInput() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Daiwf.home=" + Path.of("..").toRealPath(),
                "-cp",
                // Surefire hands the class path over in a jar's manifest where it is long.
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", "."))
                    .replace(",", File.pathSeparator),
                Main.class.getName(),
                "knowledge",
                "serve",
                "--stdio")
            .directory(folder.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try {
      try (OutputStream to = process.getOutputStream()) {
        send(
            to,
            "\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                + "\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}");
        String hello = process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(hello).startsWith("{").contains("aiwf-knowledge");
        send(to, "\"method\":\"notifications/initialized\"");
        send(
            to,
            "\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"get_warnings\","
                + "\"arguments\":{\"topic\":\"chunking\",\"limit\":1}}");
        String answer = process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(answer).contains("\"id\":2", "\"isError\":false", "\"result_count\":1");
      }
      List<String> rest = process.inputReader(StandardCharsets.UTF_8).lines().toList();
      assertThat(rest).isEmpty();
      assertThat(process.waitFor(Patience.LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void send(OutputStream to, String message) throws IOException {
    to.write(("{\"jsonrpc\":\"2.0\"," + message + "}\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
  }
}
