package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.web.access.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says to type does what the guide says. */
class DocsTest {

  private static final Path GUIDE = Path.of("..", "docs", "api.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @Test
  void everyExampleOfTheGuideRuns(@TempDir Path folder) throws Exception {
    List<String> commands = commands();
    assertThat(commands).hasSizeGreaterThan(6);
    try (Served served = new Served(folder)) {
      for (String command : commands) {
        run(served, command);
      }
      Served.Answer state = served.get("/api/projects/support-bot");
      assertThat(state.at("/owner").asString()).isEqualTo("lead");
      assertThat(state.at("/gate/items/0/checked").booleanValue()).isTrue();
    }
  }

  @Test
  void everyErrorOfTheDocumentIsInTheGuide() throws IOException {
    String guide = Files.readString(GUIDE);
    for (Problem.Code code : Problem.Code.values()) {
      assertThat(guide).contains("| %d | `%s` |".formatted(code.status(), code.key()));
    }
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    BLOCK
        .matcher(Files.readString(GUIDE))
        .results()
        .forEach(block ->
            commands.addAll(
                block.group(1).replace("\\\n", " ").lines().filter(l -> !l.isBlank()).toList()));
    return commands;
  }

  private static void run(Served served, String command) throws IOException, InterruptedException {
    Iterator<String> words =
        WORD.matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .iterator();
    assertThat(words.next()).isEqualTo("curl");
    HttpRequest.Builder request = HttpRequest.newBuilder();
    String method = "GET";
    String body = "";
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "-N" -> {}
        case "-X" -> method = words.next();
        case "-d" -> body = words.next();
        case "-H" -> {
          String[] header = words.next().split(": ", 2);
          request.header(header[0], header[1]);
        }
        default ->
            request.uri(
                URI.create(
                    word.replace("http://localhost:8787", "http://localhost:" + served.port())));
      }
    }
    HttpRequest built = request.method(method, HttpRequest.BodyPublishers.ofString(body)).build();
    HttpResponse<InputStream> response =
        served.http.send(built, HttpResponse.BodyHandlers.ofInputStream());
    response.body().close();
    assertThat(response.statusCode()).as(command).isBetween(200, 202);
    if (!body.isEmpty()) {
      Contract.checkTaken(method, built.uri().getRawPath(), body);
    }
  }
}
