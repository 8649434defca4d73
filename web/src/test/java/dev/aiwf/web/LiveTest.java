package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Following a project: nothing is missed, nothing comes twice. */
@Timeout(600)
class LiveTest {

  private static final String PROJECT = "/api/projects/support-bot";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    WebSettings settings =
        new WebSettings(
            "127.0.0.1", 0, Set.of(), true, Patience.LONG_ENOUGH, Duration.ofMillis(50), 2);
    served = new Served(folder, settings, inbox -> inbox, Map.of());
    served.start("support-bot");
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void aStreamBeginsNowAndShowsEverythingFromThenOn() throws IOException {
    try (Stream stream = follow("/events", null)) {
      long facts = facts().size();
      served.act("support-bot", "{\"answer\": {\"goal\": \"Answer\"}}");

      Event fact = stream.next();
      assertThat(fact.name()).isEqualTo("fact");
      assertThat(fact.data().at("/number").longValue()).isEqualTo(facts + 1);
      assertThat(fact.data().at("/fact/type").asString()).isEqualTo("answered");
      assertThat(fact.data().at("/fact/value/text").asString()).isEqualTo("Answer");
      Event message = stream.next();
      assertThat(message.name()).isEqualTo("message");
      assertThat(message.data().at("/text").asString()).isNotBlank();
    }
  }

  @Test
  void whoComesBackGetsWhatIsMissingAndNothingTwice() throws Exception {
    List<Event> seen = new ArrayList<>();
    String last = "0.0";
    try (ExecutorService talkers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> talking =
          talkers.submit(
              (Callable<?>)
                  () -> {
                    for (int i = 0; i < 40; i++) {
                      served.act("support-bot", "{\"say\": \"progress\"}");
                    }
                    return null;
                  });
      // Torn off again and again while somebody talks.
      while (!talking.isDone()) {
        last = read(seen, last, 7);
      }
      talking.get();
    }
    served.act("support-bot", "{\"say\": \"help\"}");
    long lastFact = facts().getLast();
    long lastSeq = seqs().getLast();
    while (numbers(seen, "fact", "number").stream().noneMatch(n -> n == lastFact)
        || numbers(seen, "message", "seq").stream().noneMatch(n -> n == lastSeq)) {
      last = read(seen, last, 1);
    }

    assertThat(numbers(seen, "fact", "number")).isEqualTo(facts());
    List<Long> said = numbers(seen, "message", "seq");
    assertThat(said).doesNotHaveDuplicates().isSorted().containsAll(seqs());
  }

  private String read(List<Event> seen, String last, int most) throws IOException {
    String now = last;
    try (Stream stream = follow("/events", last)) {
      for (int i = 0; i < most; i++) {
        Event event = stream.nextOrBeat();
        if (event == null) {
          return now;
        }
        seen.add(event);
        now = event.id();
      }
    }
    return now;
  }

  @Test
  void messagesAndHistoryGoOnAsEventsToo() throws IOException {
    try (Stream messages = follow("/messages", null);
        Stream history = follow("/history?after=2", null)) {
      assertThat(messages.next().data().at("/key").asString()).isEqualTo("status");
      Event third = history.next();
      assertThat(third.id()).isEqualTo("3");
      served.act("support-bot", "{\"say\": \"a sentence\"}");
      List<Long> all = facts();
      IntStream.range(3, all.size())
          .forEach(i -> assertThat(history.next().id()).isEqualTo(Long.toString(all.get(i))));
    }
    try (Stream history = follow("/history", "3")) {
      assertThat(history.next().id()).isEqualTo("4");
    }
  }

  @Test
  void thereIsRoomForSoManyAndAgainWhenSomebodyLeaves() throws IOException {
    try (Stream one = follow("/events", "0.0");
        Stream two = follow("/events", "0.0")) {
      one.next();
      two.next();
      Served.Answer third = served.get(PROJECT + "/events");
      assertThat(third.status()).isEqualTo(503);
      assertThat(third.response().headers().firstValue("Retry-After")).isPresent();
    }
    // A listener's going is noticed at the next heartbeat.
    HttpResponse<InputStream> room = open("/events", "0.0");
    while (room.statusCode() == 503) {
      room.body().close();
      room = open("/events", "0.0");
    }
    assertThat(room.statusCode()).isEqualTo(200);
    room.body().close();
  }

  @Test
  void aServerThatEndsEndsItsStreams() throws IOException {
    try (Stream stream = follow("/events", "0.0")) {
      stream.next();
      served.stop();
      assertThat(stream.isEnded()).isTrue();
    }
  }

  @Test
  void pagesAreReadByTheirNumbers() {
    Served.Answer first = served.get(PROJECT + "/history?limit=2");
    assertThat(first.at("/facts").size()).isEqualTo(2);
    long next = first.at("/next").longValue();
    assertThat(served.get(PROJECT + "/history?after=" + next).at("/facts/0/number").longValue())
        .isEqualTo(3);
    assertThat(served.get(PROJECT + "/messages?after=9999").at("/next").longValue())
        .isEqualTo(9999);
    long last = served.get(PROJECT + "/messages").at("/next").longValue();
    served.act("support-bot", "{\"answer\": {\"goal\": \"Answer\"}}");
    JsonNode changed = served.get(PROJECT + "/messages?after=" + last).at("/messages");
    assertThat(changed.valueStream().map(m -> m.get("key").asString()))
        .contains("ask:1:goal", "ask:1:use_case");
    JsonNode content =
        changed
            .valueStream()
            .filter(m -> m.get("key").asString().equals("ask:1:use_case"))
            .findFirst()
            .orElseThrow()
            .get("content");
    assertThat(content.valueStream().map(block -> block.get("type").asString()))
        .contains("paragraph", "buttons");
    assertThat(content.toString()).contains("\"control\"").doesNotContain("\"press\"");
  }

  private List<Long> facts() {
    return served
        .get(PROJECT + "/history?limit=1000")
        .at("/facts")
        .valueStream()
        .map(fact -> fact.get("number").longValue())
        .toList();
  }

  private List<Long> seqs() {
    return served
        .get(PROJECT + "/messages?limit=1000")
        .at("/messages")
        .valueStream()
        .map(message -> message.get("seq").longValue())
        .toList();
  }

  private static List<Long> numbers(List<Event> events, String name, String number) {
    return events.stream()
        .filter(event -> event.name().equals(name))
        .map(event -> event.data().get(number).longValue())
        .toList();
  }

  private Stream follow(String path, @Nullable String last) throws IOException {
    HttpResponse<InputStream> response = open(path, last);
    while (response.statusCode() == 503) {
      response.body().close();
      response = open(path, last);
    }
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    Stream stream =
        new Stream(
            new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    assertThat(stream.reader().readLine()).isEqualTo(": following");
    return stream;
  }

  private HttpResponse<InputStream> open(String path, @Nullable String last) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(served.at(PROJECT + path)).header("Accept", "text/event-stream");
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    try {
      return served.http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Event(String name, String id, JsonNode data) {}

  private record Stream(BufferedReader reader) implements AutoCloseable {

    Event next() {
      Event event = nextOrBeat();
      while (event == null) {
        event = nextOrBeat();
      }
      return event;
    }

    /** The next event, or nothing if the stream only says that it is alive. */
    @Nullable Event nextOrBeat() {
      try {
        String line = reader.readLine();
        while (line != null && line.isEmpty()) {
          line = reader.readLine();
        }
        if (line == null) {
          throw new IllegalStateException("the stream ended");
        }
        if (line.startsWith(":")) {
          return null;
        }
        String id = reader.readLine();
        String data = reader.readLine();
        return new Event(
            line.substring("event: ".length()),
            id.substring("id: ".length()),
            JsonMapper.shared().readTree(data.substring("data: ".length())));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    boolean isEnded() throws IOException {
      String line = reader.readLine();
      while (line != null) {
        line = reader.readLine();
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
