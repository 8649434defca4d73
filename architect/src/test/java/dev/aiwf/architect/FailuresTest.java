package dev.aiwf.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiwf.core.port.Architect.Answer;
import dev.aiwf.core.port.Architect.End;
import dev.aiwf.core.port.Architect.Limits;
import dev.aiwf.core.port.Architect.Line;
import dev.aiwf.core.port.Architect.Shape;
import dev.aiwf.core.port.Architect.Silent;
import dev.aiwf.core.port.Architect.Talk;
import dev.aiwf.core.port.Architect.Tool;
import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.Ear;
import dev.aiwf.testkit.model.FakeModel;
import dev.aiwf.testkit.model.Play;
import dev.aiwf.testkit.model.Play.Fails;
import dev.aiwf.testkit.model.Play.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How models fail, and what is done about each. */
class FailuresTest {

  private static final Tool SEARCH =
      new Tool(
          "search",
          "Looks up",
          new Shape.Fields("it", Map.of("words", new Shape.Text("words", 50)), Set.of("words")));

  private final Meeting meeting = new Meeting();
  private FakeModel model;

  @BeforeEach
  void begin() throws IOException {
    model = FakeModel.speaking(Dialect.OPENAI);
  }

  @AfterEach
  void end() {
    meeting.close();
    model.close();
  }

  private static Talk talk(Limits limits, Tool... tools) {
    return new Talk(
        "You are an architect.",
        List.of(new Line.Said("Ada", "m1", "hello")),
        List.of(tools),
        limits);
  }

  private static Talk talk(Tool... tools) {
    return talk(new Limits(4, 20_000, 1_000, 100_000), tools);
  }

  private Answer answer(Ear ear, Tool... tools) throws Exception {
    return meeting.with(model, Dialect.OPENAI).talk(talk(tools), ear);
  }

  private Silent silent() {
    return catchThrowableOfType(Silent.class, () -> answer(new Ear()));
  }

  @ParameterizedTest
  @CsvSource({
    "KEY, does not take the key, 1, aiwf doctor",
    "NO_SUCH_MODEL, is not known, 1, aiwf doctor",
    "UNPAID, is not paid for, 1, aiwf doctor",
    "NOT_UNDERSTOOD, did not take the request, 1, aiwf doctor",
    "TOO_LONG, more than it can read, 1, Other words may do.",
    "TOO_FAST, takes no more requests, 3, It is asked again",
    "OUT_OF_ORDER, is out of order, 3, It is asked again",
  })
  void eachHasItsSentence(Trouble trouble, String happened, int tries, String cure) {
    model.otherwise(_ -> new Fails(trouble));
    assertThat(silent()).hasMessageContaining(happened).hasMessageContaining(cure);
    assertThat(model.asked()).hasSize(tries);
    assertThat(meeting.pauses).hasSizeGreaterThanOrEqualTo(tries - 1);
  }

  @Test
  void aShortWaitIsTaken() throws Exception {
    model.then(new Fails(Trouble.TOO_FAST, Optional.of("7")), Play.says("Now."));
    assertThat(answer(new Ear()).text()).isEqualTo("Now.");
    assertThat(meeting.pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"120", "Mon, 02 Mar 2026 09:02:00 GMT"})
  void aLongWaitIsNot(String after) {
    model.otherwise(_ -> new Fails(Trouble.TOO_FAST, Optional.of(after)));
    assertThat(silent()).hasMessageContaining("takes no more requests");
    assertThat(model.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "Mon, 02 Mar 2020 09:02:00 GMT"})
  void aWaitThatIsNoneIsOurOwn(String after) throws Exception {
    model.then(new Fails(Trouble.TOO_FAST, Optional.of(after)), Play.says("Now."));
    assertThat(answer(new Ear()).text()).isEqualTo("Now.");
  }

  @Test
  void aStopEndsAWait() throws Exception {
    model.otherwise(_ -> new Fails(Trouble.TOO_FAST, Optional.of("9")));
    Ear ear = new Ear().stoppingWhen(_ -> !model.asked().isEmpty());
    assertThat(answer(ear).end()).isEqualTo(End.STOPPED);
    assertThat(meeting.pauses).isEmpty();
  }

  @Test
  void whoeverDoesNotPickUpIsTriedTwice() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    ArchitectSettings.Model nobody =
        new ArchitectSettings.Model(
            Provider.OPENAI,
            "nobody",
            Optional.of(URI.create("http://127.0.0.1:" + port + "/v1?secret=yes")),
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> meeting.with(nobody, Optional.empty()).talk(talk(), new Ear()))
        .isInstanceOf(Silent.class)
        .hasMessage(
            "nobody can't be reached. The questions go on, and nothing is lost. It is asked again"
                + " with the next message.");
    assertThat(meeting.pauses).isNotEmpty();
  }

  @Test
  void silenceBeforeTheFirstWordIsNotWaitedForLong() {
    CountDownLatch never = new CountDownLatch(1);
    model.then(new Play.Hangs(never));
    Ear ear =
        new Ear()
            .stoppingWhen(_ -> {
              if (!model.asked().isEmpty()) {
                meeting.clock.tick(Duration.ofSeconds(61));
              }
              return false;
            });
    assertThatThrownBy(() -> answer(ear)).hasMessageContaining("takes too long");
    assertThat(model.asked()).hasSize(1);
    never.countDown();
  }

  @Test
  void silenceBetweenWordsIsNotWaitedForLongAndTheWordsStay() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    model.then(Play.says("Well").awaiting(never));
    Ear ear = new Ear();
    ear.stoppingWhen(each -> {
      if (!each.heard().isEmpty()) {
        meeting.clock.tick(Duration.ofSeconds(31));
      }
      return false;
    });
    Answer answer = answer(ear);
    assertThat(answer.text()).isEqualTo("Well");
    assertThat(answer.end()).isEqualTo(End.CUT);
    never.countDown();
  }

  @Test
  void anAnswerThatTricklesIsCutWhenAllPatienceIsOver() throws Exception {
    Play.Answers play = Play.says("word ");
    for (int i = 0; i < 30; i++) {
      play = play.saying("word ");
    }
    CountDownLatch never = new CountDownLatch(1);
    model.then(play.awaiting(never));
    Ear ear =
        new Ear()
            .stoppingWhen(_ -> {
              meeting.clock.tick(Duration.ofSeconds(29));
              return false;
            });
    assertThat(answer(ear).end()).isEqualTo(End.CUT);
    never.countDown();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "ANTHROPIC"})
  void argumentsThatAreNoJsonAreAnsweredAndSentBackAsNone(Dialect dialect) throws Exception {
    try (FakeModel other = FakeModel.speaking(dialect)) {
      other.then(
          Play.calls("search", "{\"words\": ")
              .calling("search", "[1]")
              .calling("search", "{} {}")
              .calling("search", "{\"words\": \"rag\"}"),
          Play.says("Done."));
      Ear ear = new Ear();
      Answer answer = meeting.with(other, dialect).talk(talk(SEARCH), ear);
      assertThat(answer.text()).isEqualTo("Done.");
      assertThat(ear.calls()).hasSize(1);
      assertThat(other.rejections()).isEmpty();
      assertThat(other.asked().getLast().results())
          .hasSize(4)
          .filteredOn(result -> result.contains("no JSON object"))
          .hasSize(3);
    }
  }

  @Test
  void aToolThatWasNeverOfferedIsTheListenersToAnswer() throws Exception {
    model.then(Play.calls("approve_gate", "{}"), Play.says("I may not."));
    Ear ear = new Ear();
    assertThat(answer(ear, SEARCH).text()).isEqualTo("I may not.");
    assertThat(ear.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.tool()).isEqualTo("approve_gate"));
  }

  @Test
  void aFloodOfCallsIsNotMade() throws Exception {
    Play.Answers flood = Play.says();
    for (int i = 0; i < 40; i++) {
      flood = flood.calling("search", "{\"words\": \"%d\"}".formatted(i));
    }
    model.then(flood, Play.says("Done."));
    Ear ear = new Ear();
    answer(ear, SEARCH);
    assertThat(ear.calls()).hasSize(16);
    assertThat(model.asked().getLast().results())
        .hasSize(40)
        .last()
        .asString()
        .contains("too many at once");
  }

  @Test
  void callsInAnAnswerWithoutToolsAreNoAnswer() {
    model.otherwise(_ -> Play.calls("search", "{}"));
    assertThat(silent()).hasMessageContaining("said nothing");
  }

  @Test
  void resultsAreCutToWhatMayBeRead() throws Exception {
    model.then(Play.calls("search", "{\"words\": \"all\"}"), Play.says("Done."));
    Ear ear =
        new Ear()
            .answering(_ -> new dev.aiwf.core.port.Architect.Result("x".repeat(90_000), false));
    Answer answer =
        meeting
            .with(model, Dialect.OPENAI)
            .talk(talk(new Limits(4, 2_000, 500, 50_000), SEARCH), ear);
    assertThat(answer.text()).isEqualTo("Done.");
    assertThat(model.asked().getLast().results().getFirst())
        .contains("[cut: there is no room for more]")
        .hasSizeLessThan(6_500);
  }

  @Test
  void aTurnNeverTakesMoreThanItMay() throws Exception {
    model.otherwise(asked ->
        asked.tools().isEmpty()
            ? Play.says("Enough.").counting(900, 100)
            : Play.calls("search", "{\"words\": \"" + asked.messages().size() + "\"}")
                .counting(900, 100));
    Answer answer =
        meeting
            .with(model, Dialect.OPENAI)
            .talk(talk(new Limits(50, 2_000, 300, 5_000), SEARCH), new Ear());
    assertThat(answer.text()).isEqualTo("Enough.");
    assertThat(answer.spent().read() + answer.spent().written()).isLessThanOrEqualTo(5_000);
  }

  @Test
  void whereNothingMayBeSpentNobodyIsAsked() {
    assertThatThrownBy(() ->
            meeting
                .with(model, Dialect.OPENAI)
                .talk(talk(new Limits(4, 2_000, 300, 100)), new Ear()))
        .isInstanceOf(Silent.class)
        .hasMessageContaining("more than one answer may cost");
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void withoutAPriceTheCostIsNotKnown() throws Exception {
    ArchitectSettings.Model set = Meeting.settings(model, Dialect.OPENAI);
    ArchitectSettings.Model free =
        new ArchitectSettings.Model(
            set.provider(), set.name(), set.address(), set.key(), Optional.empty());
    model.then(Play.says("Hello."));
    Answer answer = meeting.with(free, Optional.empty()).talk(talk(), new Ear());
    assertThat(answer.spent().cost()).isNull();
    assertThat(answer.spent().read()).isPositive();
    assertThat(answer.spent().written()).isPositive();
    assertThat(set.toString()).doesNotContain(FakeModel.KEY);
  }
}
