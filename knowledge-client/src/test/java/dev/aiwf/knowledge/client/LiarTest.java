package dev.aiwf.knowledge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aiwf.core.port.Knowledge.Reply;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.workflow.Consult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers fail and lie in many ways; whoever asks hears that they are silent, and no more. */
class LiarTest {

  private static final Consult CONSULT = new Consult("get_warnings", "evaluation");
  private static final String GOOD = Liar.item("good", "0.5");

  private static Reply ask(Asking asking) throws Exception {
    return asking.knowledge.ask(List.of(CONSULT)).getFirst();
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        Arguments.of("a page", Liar.raw("text/html", "<html>Sign in</html>")),
        Arguments.of("a page that says it is JSON", Liar.raw("application/json", "<html>")),
        Arguments.of("nothing", Liar.raw("application/json", "")),
        Arguments.of("an event without an answer", Liar.raw("text/event-stream", "data: {}\n\n")),
        Arguments.of("events that are no JSON", Liar.raw("text/event-stream", "data: so\n\n")),
        Arguments.of(
            "an empty result", Liar.raw("application/json", "{\"id\": ID, \"result\": {}}")),
        Arguments.of(
            "content of no kind",
            Liar.raw("application/json", "{\"id\": ID, \"result\": {\"content\": [{}]}}")),
        Arguments.of(
            "somebody else's answer",
            Liar.raw("application/json", "{\"id\": 99, \"result\": {\"content\": []}}")),
        Arguments.of("no object", Liar.saying("[1, 2]")),
        Arguments.of("another schema", Liar.saying("{\"items\": []}")),
        Arguments.of("no JSON", Liar.saying("NaN")),
        Arguments.of("too deep", Liar.saying("[".repeat(10_000))),
        Arguments.of("a score that is no number", Liar.finding(Liar.item("a", "\"NaN\""))),
        Arguments.of("a score that JSON has not", Liar.finding(Liar.item("a", "NaN"))),
        Arguments.of("a score beyond 1", Liar.finding(Liar.item("a", "1e400"))),
        Arguments.of("no id", Liar.finding(Liar.item("", "0.5"))),
        Arguments.of("an id that is a path", Liar.finding(Liar.item("../a", "0.5"))),
        Arguments.of("results that are no items", Liar.finding("1", "null", "\"a\"", "[]")),
        Arguments.of("more than is read", Liar.saying("a".repeat(200_000))),
        Arguments.of("JSON without end", Liar.endless("application/json")),
        Arguments.of("an event without end", Liar.endless("text/event-stream")),
        Arguments.of("half of an answer", Liar.halfClosed()),
        Arguments.of("that it is elsewhere", Liar.status(302)),
        Arguments.of("that a key is missing", Liar.status(401)),
        Arguments.of("that it is busy", Liar.status(429)),
        Arguments.of("that it failed", Liar.status(500)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void aLieIsSilence(String name, Liar.Way lie) throws Exception {
    try (Liar liar = new Liar(lie);
        Asking asking = Asking.these(liar.named("liar"))) {
      assertThatThrownBy(() -> ask(asking))
          .isInstanceOf(NotNow.class)
          .hasMessage(
              "The knowledge base gives no answer now (liar). Nothing is lost: go on without it, or"
                  + " ask again in a minute.");

      liar.now(Liar.finding(GOOD));
      assertThat(ask(asking).findings()).extracting(Finding::id).containsExactly("good");
    }
  }

  @Test
  void whoHangsIsNotWaitedFor() throws Exception {
    try (Liar liar = new Liar(Liar.finding(GOOD));
        Asking asking = Asking.withShortPatience(liar.named("slow"))) {
      liar.now(liar.hanging());

      assertThatThrownBy(() -> ask(asking)).isInstanceOf(NotNow.class);

      assertThat(asking.pauses).as("nobody waits twice").isEmpty();
    }
  }

  @Test
  void consultsAreAskedSideBySide() throws Exception {
    CountDownLatch all = new CountDownLatch(3);
    Liar.Way together =
        (exchange, id) -> {
          all.countDown();
          try {
            all.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          Liar.finding(GOOD).answer(exchange, id);
        };
    try (Liar liar = new Liar(together);
        Asking asking = Asking.these(liar.named("liar"))) {
      List<Reply> replies =
          asking.knowledge.ask(
              List.of(
                  CONSULT,
                  new Consult("get_warnings", "data"),
                  new Consult("get_warnings", "cost")));

      assertThat(replies).allSatisfy(reply -> assertThat(reply.findings()).hasSize(1));
    }
  }

  @Test
  void whoWaitsCanBeInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Liar.Way hanging =
        (_, _) -> {
          asked.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        };
    try (Liar liar = new Liar(hanging);
        Asking asking = Asking.these(liar.named("liar"))) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      Thread asks =
          Thread.ofVirtual().start(() -> thrown.complete(catchThrowable(() -> ask(asking))));
      asked.await();
      asks.interrupt();

      assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void goodItemsStayWhereOthersAreBroken() throws Exception {
    String lies =
        """
        {"id": "long", "title": "%s", "description": "%s", "source_url": "javascript:alert(1)",
         "source_title": "Hand\\u202ebook"}\
        """
            .formatted("word ".repeat(100), "a\\u0007b\\n ".repeat(200));
    try (Liar liar = new Liar(Liar.finding(Liar.item("", "0.5"), lies, "3", GOOD));
        Asking asking = Asking.these(liar.named("liar"))) {
      List<Finding> findings = ask(asking).findings();

      assertThat(findings).extracting(Finding::id).containsExactly("long", "good");
      Finding clean = findings.getFirst();
      assertThat(clean.title()).hasSizeLessThanOrEqualTo(140).endsWith("word…");
      assertThat(clean.text()).hasSizeLessThanOrEqualTo(240).startsWith("ab; ab; ").endsWith("…");
      assertThat(clean.source()).isEqualTo("Handbook");
      assertThat(clean.address()).isNull();
      assertThat(findings.getLast().source()).isEqualTo("Handbook, chapter 2");
    }
  }

  @Test
  void twoServersAreOneListByScoreAndEachItemStandsOncePerServer() throws Exception {
    String low = Liar.item("low", "0.1");
    try (Liar one =
            new Liar(Liar.finding(low, Liar.item("same", "0.7"), Liar.item("same", "0.6")));
        Liar other = new Liar(Liar.finding(Liar.item("same", "0.9"), GOOD));
        Asking asking = Asking.these(one.named("one"), other.named("other"))) {
      Reply reply = ask(asking);

      assertThat(reply.findings())
          .extracting(finding -> finding.base() + " " + finding.id())
          .containsExactly("other same", "one same", "other good", "one low");
      assertThat(reply.silent()).isEmpty();
    }
  }

  @Test
  void whatOneIsSilentAboutAnotherStillTells() throws Exception {
    try (Liar one = new Liar(Liar.finding(GOOD));
        Liar other = new Liar(Liar.finding(Liar.item("other", "0.4")));
        Asking asking = Asking.these(one.named("one"), other.named("other"))) {
      Reply before = ask(asking);
      asking.clock.tick(Duration.ofMinutes(11));
      one.now(Liar.status(500));

      Reply during = ask(asking);

      assertThat(during.findings()).as("remembered, beside new").isEqualTo(before.findings());
      assertThat(during.since()).as("somebody was asked").isNull();
      assertThat(during.silent()).containsExactly("one");
    }
  }

  @Test
  void aLostSessionIsOpenedAnew() throws Exception {
    try (Liar liar = new Liar(Liar.finding(GOOD));
        Asking asking = Asking.these(liar.named("liar"))) {
      Reply first = ask(asking);
      asking.clock.tick(Duration.ofMinutes(11));
      liar.forget();

      assertThat(ask(asking)).isEqualTo(first);
      assertThat(liar.sessions()).isEqualTo(2);
      assertThat(asking.pauses).as("it was no failure").isEmpty();
    }
  }

  @Test
  void whatMayPassIsTriedThreeTimesWithPausesThatDiffer() throws Exception {
    try (Liar liar = new Liar(Liar.status(503));
        Asking asking = Asking.these(liar.named("liar"))) {
      assertThatThrownBy(() -> ask(asking)).isInstanceOf(NotNow.class);

      assertThat(liar.calls()).isEqualTo(3);
      assertThat(asking.pauses).hasSize(2).doesNotHaveDuplicates();
      assertThat(asking.pauses.getFirst()).isBetween(Duration.ofMillis(75), Duration.ofMillis(225));
      assertThat(asking.pauses.getLast()).isBetween(Duration.ofMillis(150), Duration.ofMillis(450));
    }
  }

  @Test
  void whoFailsThreeTimesIsLeftAloneThenAskedOnce() throws Exception {
    try (Liar liar = new Liar(Liar.status(401));
        Asking asking = Asking.these(liar.named("liar"))) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> ask(asking)).isInstanceOf(NotNow.class);
      }
      assertThat(liar.calls()).isEqualTo(3);

      assertThatThrownBy(() -> ask(asking))
          .isInstanceOfSatisfying(
              NotNow.class, e -> assertThat(e.after()).contains(Duration.ofSeconds(30)));
      assertThat(liar.calls()).as("left alone").isEqualTo(3);

      asking.clock.tick(Duration.ofSeconds(30));
      assertThatThrownBy(() -> ask(asking)).isInstanceOf(NotNow.class);
      assertThatThrownBy(() -> ask(asking)).isInstanceOf(NotNow.class);
      assertThat(liar.calls()).as("one probe").isEqualTo(4);

      liar.now(Liar.finding(GOOD));
      asking.clock.tick(Duration.ofSeconds(30));
      assertThat(ask(asking).findings()).hasSize(1);
      assertThat(ask(asking).silent()).isEmpty();
    }
  }

  @Test
  void whoRefusesAQuestionIsWell() throws Exception {
    String refusal =
        """
        {"jsonrpc": "2.0", "id": ID, "error": {"code": -32602, "message": "Unknown tool"}}\
        """;
    try (Liar liar = new Liar(Liar.raw("application/json", refusal));
        Asking asking = Asking.these(liar.named("liar"))) {
      for (int i = 0; i < 5; i++) {
        Reply reply = ask(asking);
        assertThat(reply.findings()).isEmpty();
        assertThat(reply.silent()).containsExactly("liar");
      }
      assertThat(liar.calls()).as("never left alone").isEqualTo(5);
    }
  }

  @Test
  void whatWasSaidIsGoodForTenMinutes() throws Exception {
    try (Liar liar = new Liar(Liar.finding(GOOD));
        Asking asking = Asking.these(liar.named("liar"))) {
      Reply first = ask(asking);
      asking.clock.tick(Duration.ofMinutes(9));
      assertThat(ask(asking)).isEqualTo(first);
      assertThat(liar.calls()).isEqualTo(1);

      asking.clock.tick(Duration.ofMinutes(1));
      assertThat(ask(asking)).isEqualTo(first);
      assertThat(liar.calls()).isEqualTo(2);
    }
  }

  @Test
  void whatWasSaidIsForgottenAfterADay() throws Exception {
    try (Liar liar = new Liar(Liar.finding(GOOD));
        Asking asking = Asking.these(liar.named("liar"))) {
      var _ = ask(asking);
      liar.now(Liar.status(401));
      asking.clock.tick(Duration.ofHours(23));
      assertThat(ask(asking).since()).isEqualTo(asking.clock.instant().minus(Duration.ofHours(23)));

      asking.clock.tick(Duration.ofHours(1));
      assertThatThrownBy(() -> ask(asking)).isInstanceOf(NotNow.class);
    }
  }

  @Test
  void aKeyIsShownToItsServerAndNotPrinted() throws Exception {
    String key = "not-" + "a-real-key";
    try (Liar liar = new Liar(Liar.finding(GOOD))) {
      KnowledgeSettings.Server server =
          new KnowledgeSettings.Server(
              "liar", URI.create("http://127.0.0.1:" + liar.port() + "/mcp"), Optional.of(key));
      try (Asking asking = Asking.these(server)) {
        var _ = ask(asking);
      }
      assertThat(liar.keys).isNotEmpty().containsOnly("Bearer " + key);
      assertThat(new KnowledgeSettings(List.of(server)).toString()).doesNotContain(key);
    }
  }

  @Test
  void whoIsNotThereIsSilent() throws Exception {
    int port;
    try (Liar liar = new Liar(Liar.finding(GOOD))) {
      port = liar.port();
    }
    try (Asking asking = Asking.these(Asking.server("gone", port, "/mcp"))) {
      assertThatThrownBy(() -> ask(asking)).isInstanceOf(NotNow.class);
      assertThat(asking.pauses).hasSize(2);
    }
  }

  @Test
  void whereNobodyIsConnectedNothingFits() throws Exception {
    try (Asking asking = Asking.these()) {
      assertThat(ask(asking)).isEqualTo(new Reply(CONSULT, List.of(), null, List.of()));
      assertThat(asking.knowledge.item("any")).isEmpty();
    }
  }
}
