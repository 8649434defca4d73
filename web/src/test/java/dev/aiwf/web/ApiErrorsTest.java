package dev.aiwf.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a request can be wrong, and what it is told. */
class ApiErrorsTest {

  private static final String COMMANDS = "/api/projects/support-bot/commands";

  private Served served;
  private OddInbox inbox;

  @BeforeEach
  void serve(@TempDir Path folder) {
    AtomicReference<OddInbox> odd = new AtomicReference<>();
    served =
        new Served(
            folder,
            Served.SETTINGS,
            inner -> {
              odd.set(new OddInbox(inner));
              return odd.get();
            },
            Map.of());
    inbox = odd.get();
    served.start("support-bot");
  }

  @AfterEach
  void end() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1]", "\"say\"", "null", "{\"say\": \"a\", \"say\": \"b\"}", "{} {}"})
  void whatIsNoObjectIsMalformed(String body) {
    Served.Answer answer = served.post(COMMANDS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("malformed");
  }

  @Test
  void whatIsTooDeepIsMalformed() {
    String deep = "{\"answer\": {\"goal\": " + "[".repeat(100) + "]".repeat(100) + "}}";

    assertThat(served.post(COMMANDS, deep).error()).isEqualTo("malformed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|",
        "{\"dance\": true}|dance",
        "{\"say\": \"a\", \"skip\": \"goal\"}|skip",
        "{\"say\": \"a\", \"loud\": true}|loud",
        "{\"say\": 1}|say",
        "{\"say\": \"  \"}|say",
        "{\"say\": null}|say",
        "{\"choose\": \"continue\"}|menu",
        "{\"choose\": \"dance\", \"menu\": \"m1\"}|choose",
        "{\"answer\": {}}|answer",
        "{\"answer\": []}|answer",
        "{\"answer\": {\"goal\": null}}|answer.goal",
        "{\"answer\": {\"goal\": [1]}}|answer.goal",
        "{\"answer\": {\"goal\": [{\"a\": []}]}}|answer.goal",
        "{\"answer\": {\"goal\": {\"choice\": 1}}}|answer.goal.choice",
        "{\"answer\": {\"goal\": {\"choice\": \"a\", \"who\": \"b\"}}}|answer.goal.who",
        "{\"answer\": {\"example_count\": \"many\"}}|answer.example_count",
        "{\"answer\": {\"example_count\": -1}}|answer.example_count",
        "{\"answer\": {\"example_count\": 1e400}}|answer.example_count",
        "{\"answer\": {\"use_case\": true}}|answer.use_case",
        "{\"answer\": {\"nothing\": \"a\"}}|answer.nothing",
        "{\"undo\": false}|undo",
        "{\"stop\": 1}|stop",
        "{\"take_recommended\": true}|take_recommended",
        "{\"take_recommended\": [1]}|take_recommended",
        "{\"revise\": {\"goal\": \"a\"}}|seen",
        "{\"revise\": {\"goal\": \"a\"}, \"seen\": \"1\"}|seen",
        "{\"revise\": {\"goal\": \"a\"}, \"seen\": 1.5}|seen",
        "{\"revise\": {\"goal\": \"a\"}, \"seen\": 99}|seen",
        "{\"check\": {}}|check",
        "{\"check\": {\"a\": 1}}|check.a",
        "{\"sign\": \"maybe\"}|sign",
        "{\"sign\": \"conditional\", \"conditions\": 1}|conditions",
        "{\"acknowledge\": \"w\"}|mitigation",
        "{\"depth\": \"abyss\"}|depth",
        "{\"brief\": \" \"}|brief",
        "{\"brief\": [\"a\"]}|brief",
        "{\"note\": \"a\"}|on",
        "{\"note\": \"a\", \"on\": \"architecture\", \"method\": 1}|method",
        "{\"meet\": \"a\", \"how\": \"b\"}|step",
        "{\"meet\": \"a\", \"step\": \"release\"}|how",
        "{\"policy\": {}}|policy.step",
        "{\"policy\": {\"step\": \"release\", \"approvals\": 2.5}}|policy.approvals",
        "{\"policy\": {\"step\": \"release\", \"approvals\": 99999999999}}|policy.approvals",
        "{\"policy\": {\"step\": \"release\", \"approvals\": 2, \"roles\": []}}|policy.roles",
        "{\"policy\": {\"step\": \"release\", \"approvals\": 2, \"roles\":"
            + " [\"king\"]}}|policy.roles",
        "{\"policy\": {\"step\": \"release\", \"approvals\": 2, \"roles\": [\"owner\"],"
            + " \"initiator_counts\": 1}}|policy.initiator_counts",
        "{\"policy\": {\"step\": \"release\", \"approvals\": 2, \"roles\": [\"owner\"],"
            + " \"initiator_counts\": true}}|reason",
        "{\"policy\": {\"step\": \"release\", \"reminders\": []}, \"reason\":"
            + " \"a\"}|policy.reminders",
        "{\"assign\": {\"person\": \"console:a\"}}|assign.role",
        "{\"assign\": {\"person\": \"console:a\", \"role\": \"king\"}}|assign.role",
        "{\"assign\": {\"person\": \"nobody\", \"role\": \"owner\"}}|assign.person",
      })
  void aWrongFieldIsNamed(String body, String field) {
    Served.Answer answer = served.post(COMMANDS + "?wait=true", body);

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
    assertThat(answer.error()).isEqualTo("invalid");
    assertThat(answer.at("/error/field").asString(null)).isEqualTo(field);
    assertThat(answer.at("/error/message").asString()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|name",
        "{\"name\": 1}|name",
        "{\"name\": \"!!!\"}|name",
        "{\"name\": \"a\", \"color\": \"red\"}|color",
        "{\"name\": \"a\", \"depth\": \"abyss\"}|depth",
        "{\"name\": \"a\", \"workflow\": \"unheard-of\"}|workflow",
        "{\"name\": \"a\", \"workflow\": \"two-steps@9\"}|workflow",
        "{\"name\": \"a\", \"brief\": null}|brief",
      })
  void aWrongStartIsNamed(String body, String field) {
    Served.Answer answer = served.post("/api/projects", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/error/field").asString()).isEqualTo(field);
  }

  @Test
  void anUnknownWorkflowIsToldWhatThereIs() {
    assertThat(
            served
                .post("/api/projects", "{\"name\": \"a\", \"workflow\": \"x\"}")
                .at("/error/message")
                .asString())
        .contains("two-steps@1.0.0");
    assertThat(
            served
                .post("/api/projects", "{\"name\": \"a\", \"workflow\": \"two-steps@1.0.0\"}")
                .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-99999999", "1e9999", "1e501"})
  void aNumberThatCantBeWrittenOutIsMalformed(String number) {
    Served.Answer answer =
        served.post(COMMANDS, "{\"answer\": {\"example_count\": %s}}".formatted(number));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("malformed");
  }

  @Test
  void whatCantBeDoneNowIsAConflict() {
    Served.Answer answer =
        served.post(COMMANDS + "?wait=true", "{\"choose\": \"continue\", \"menu\": \"m1\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.error()).isEqualTo("refused");
    String command = answer.at("/error/command").asString();
    Served.Answer receipt = served.get(COMMANDS + "/" + command);
    assertThat(receipt.at("/outcome").asString()).isEqualTo("refused");
    assertThat(receipt.at("/reason").asString()).isEqualTo(answer.at("/error/message").asString());
  }

  @Test
  void whatOnlyTheOwnerMayNobodyElseMay() {
    Served.Answer answer =
        served.post(COMMANDS + "?wait=true", "{\"stop\": true}", "X-Aiwf-Person", "mallory");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error()).isEqualTo("forbidden");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    served.start("other");
    String command = served.post(COMMANDS, "{\"say\": \"a\"}").at("/command").asString();

    assertThat(served.get("/api/projects/nothing").error()).isEqualTo("not_found");
    assertThat(served.post("/api/projects/nothing/commands", "{\"say\": \"a\"}").status())
        .isEqualTo(404);
    assertThat(served.get("/api/projects/nothing/messages").status()).isEqualTo(404);
    assertThat(served.get("/api/projects/nothing/history").status()).isEqualTo(404);
    assertThat(served.get("/api/projects/nothing/events").status()).isEqualTo(404);
    assertThat(served.get(COMMANDS + "/" + command).status()).isEqualTo(200);
    assertThat(served.get("/api/projects/other/commands/" + command).status()).isEqualTo(404);
    assertThat(served.get("/api/nothing").error()).isEqualTo("not_found");
    assertThat(served.get("/api").error()).isEqualTo("not_found");
  }

  @Test
  void anotherVerbIsNotAllowed() {
    Served.Answer answer =
        served.checked(HttpRequest.newBuilder(served.at("/api/projects")).DELETE().build());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.error()).isEqualTo("not_allowed");
  }

  @Test
  void onlyJsonIsTaken() {
    HttpRequest form =
        HttpRequest.newBuilder(served.at(COMMANDS))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("say=a"))
            .build();

    assertThat(served.checked(form).status()).isEqualTo(415);
    assertThat(served.checked(form).error()).isEqualTo("not_json");
  }

  @Test
  void tooMuchAtOnceIsNotTaken() {
    Served.Answer answer = served.post(COMMANDS, "{\"say\": \"" + "a".repeat(256 * 1024) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error()).isEqualTo("too_large");
  }

  @ParameterizedTest
  @CsvSource({COMMANDS + ", 413", "/api/nowhere, 404", "/nowhere, 404"})
  void whoSendsTooMuchIsAnsweredAndMaySendMore(String path, int status) throws IOException {
    String large = " ".repeat(900_000);
    String host = served.at(path).getAuthority();
    assertThat(
            replies(
                "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(path, host, large.length(), large),
                "GET /healthz HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host)))
        .containsSubsequence("HTTP/1.1 " + status, "HTTP/1.1 200");
  }

  @Test
  void whoAsksBeforeSendingToTheWrongAddressNeedNotSendIt() throws IOException {
    assertThat(
            replies(
                "POST /nowhere HTTP/1.1\r\nHost: %s\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n\r\n"
                    .formatted(served.at("/").getAuthority())))
        .startsWith("HTTP/1.1 404")
        .contains("Connection: close");
  }

  /** What is answered to requests that are sent one after the other over one connection. */
  private String replies(String... requests) throws IOException {
    URI address = served.at("/");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(String.join("", requests).getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/messages?after=-1",
        "/messages?after=x",
        "/messages?limit=0",
        "/history?limit=1001",
        "/history?after=1.5",
      })
  void aPageIsAskedForInNumbers(String query) {
    assertThat(served.get("/api/projects/support-bot" + query).status()).isEqualTo(400);
  }

  @Test
  void aPlaceInAStreamIsOneThatAStreamGave() {
    assertThat(served.get("/api/projects/support-bot/events", "Last-Event-ID", "yesterday").error())
        .isEqualTo("malformed");
    assertThat(served.post(COMMANDS + "?wait=maybe", "{\"say\": \"a\"}").error())
        .isEqualTo("malformed");
  }

  @Test
  void aFullInboxSaysWhenToComeBack() {
    inbox.mood = OddInbox.Mood.BUSY;
    Served.Answer answer = served.post(COMMANDS, "{\"say\": \"a\"}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.error()).isEqualTo("too_many");
    assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
    assertThat(served.start("another").status()).isEqualTo(503);
  }

  @Test
  void whatIsNotDoneInTimeIsAskedForLater() {
    inbox.mood = OddInbox.Mood.SLOW;
    Served.Answer started = served.start("another");
    Served.Answer said = served.post(COMMANDS + "?wait=true", "{\"say\": \"a\"}");

    assertThat(started.status()).isEqualTo(202);
    assertThat(said.status()).isEqualTo(202);
    assertThat(said.at("/outcome").asString()).isEqualTo("waiting");
    assertThat(
            served.get(COMMANDS + "/" + said.at("/command").asString()).at("/outcome").asString())
        .isEqualTo("done");
  }

  @Test
  void aTurnThatFailedIsToldAsSuch() {
    inbox.mood = OddInbox.Mood.FAILING;
    Served.Answer answer = served.post(COMMANDS + "?wait=true", "{\"say\": \"a\"}");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.error()).isEqualTo("failed");
    assertThat(answer.at("/error/command").asString()).isNotBlank();
  }

  @Test
  void whatWasNotExpectedIsToldByAnIdThatTheLogHas() {
    inbox.mood = OddInbox.Mood.BROKEN;
    try (CapturedLog log = new CapturedLog()) {
      Served.Answer answer = served.post(COMMANDS, "{\"say\": \"a\"}");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.response().body()).doesNotContain("secret", "IllegalState", "\tat ");
      String id = answer.at("/error/message").asString().replaceAll(".*(id-\\d+).*", "$1");
      assertThat(log.messages()).anyMatch(line -> line.startsWith(id + ":"));
    }
  }
}
