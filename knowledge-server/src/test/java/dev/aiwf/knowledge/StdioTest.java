package dev.aiwf.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as a program that is started by its client: a message a line, and nothing else. */
class StdioTest {

  @TempDir private Path folder;

  @Test
  void aMessageALine() throws IOException {
    KnowledgeServer server =
        KnowledgeServer.open(
            KnowledgeSettings.onLoopback(Corpus.in(folder), List.of(), "test"),
            InstantSource.system(),
            System::nanoTime);
    try (server;
        PipedOutputStream toServer = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(toServer);
        PipedInputStream fromServer = new PipedInputStream(1 << 20);
        PipedOutputStream out = new PipedOutputStream(fromServer);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(fromServer, StandardCharsets.UTF_8))) {
      server.stdio(in, out);
      send(
          toServer,
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
              + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}");
      assertThat(answer(reader).at("/result/serverInfo/name").asString())
          .isEqualTo("aiwf-knowledge");
      send(toServer, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
      send(
          toServer,
          "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":"
              + "\"get_warnings\",\"arguments\":{\"topic\":\"LLM evaluation\"}}}");
      assertThat(answer(reader).at("/result/structuredContent/results").size()).isEqualTo(2);
    }
  }

  private static void send(PipedOutputStream to, String message) throws IOException {
    to.write((message + "\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  private static JsonNode answer(BufferedReader reader) throws IOException {
    return new JsonMapper().readTree(reader.readLine());
  }
}
