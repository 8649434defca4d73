package dev.aiwf.testkit.contract;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Knowledge.Item;
import dev.aiwf.core.port.Knowledge.Reply;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What connected knowledge bases do, whoever asks them. */
public abstract class KnowledgeContract {

  /** Finds two warnings or more. */
  protected static final Consult WARNINGS = new Consult("get_warnings", "evaluation");

  /** Finds a decision or more. */
  protected static final Consult DECISIONS = new Consult("get_decisions", "fine-tuning");

  /** Finds nothing. */
  protected static final Consult NOTHING = new Consult("get_patterns", "zymurgy qwxkv");

  /** Words that find two items or more. */
  protected static final String WORDS = "evaluation";

  /** Longer than what was said is as good as new, shorter than it is remembered. */
  private static final Duration A_WHILE = Duration.ofHours(2);

  private Knowledge knowledge;

  /** One knowledge base that answers as the constants say, and has the whole of its items. */
  protected abstract Knowledge connected() throws Exception;

  /** The name that it is connected under. */
  protected abstract String name();

  /** The clock that it goes by. */
  protected abstract SettableClock clock();

  /** From now on it gives no answer. */
  protected abstract void fallSilent() throws Exception;

  /** From now on it answers again. */
  protected abstract void speak() throws Exception;

  @BeforeEach
  final void begin() throws Exception {
    knowledge = connected();
  }

  @Test
  void eachConsultHasItsReplyInTheOrderAsked() throws Exception {
    List<Reply> replies = knowledge.ask(List.of(WARNINGS, NOTHING, DECISIONS, WARNINGS));

    assertThat(replies)
        .extracting(Reply::consult)
        .containsExactly(WARNINGS, NOTHING, DECISIONS, WARNINGS);
    assertThat(replies.getFirst().findings())
        .hasSizeGreaterThan(1)
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.WARNING);
    assertThat(replies.get(1).findings()).isEmpty();
    assertThat(replies.get(2).findings())
        .isNotEmpty()
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.DECISION);
    assertThat(replies.getLast()).isEqualTo(replies.getFirst());
    assertThat(replies)
        .allSatisfy(reply -> {
          assertThat(reply.since()).isNull();
          assertThat(reply.silent()).isEmpty();
        });
  }

  @Test
  void nothingIsAskedWhereThereIsNoConsult() throws Exception {
    fallSilent();

    assertThat(knowledge.ask(List.of())).isEmpty();
  }

  @Test
  void whatComesBackIsShortAndTheBestFirst() throws Exception {
    List<Finding> findings = knowledge.ask(List.of(WARNINGS)).getFirst().findings();

    assertThat(findings)
        .hasSizeLessThanOrEqualTo(Knowledge.MOST)
        .doesNotHaveDuplicates()
        .allSatisfy(finding -> {
          assertThat(finding.base()).isEqualTo(name());
          assertThat(finding.id()).isNotBlank();
          assertThat(finding.title()).isNotBlank().hasSizeLessThanOrEqualTo(140);
          assertThat(finding.text()).hasSizeLessThanOrEqualTo(240).doesNotContain("\n");
          assertThat(finding.source()).isNotBlank();
          assertThat(finding.score()).isBetween(0.0, 1.0);
        });
    assertThat(findings).extracting(Finding::score).isSortedAccordingTo(reverseOrder());
    assertThat(findings).isSortedAccordingTo(comparingDouble(Finding::score).reversed());
  }

  @Test
  void wordsFindAsManyAsAreWanted() throws Exception {
    assertThat(knowledge.search(WORDS, 100).findings()).hasSizeGreaterThan(1);
    assertThat(knowledge.search(WORDS, 1).findings()).hasSize(1);
    assertThat(knowledge.search(NOTHING.topic(), 10).findings()).isEmpty();
  }

  @Test
  void whatWasFoundCanBeReadAsAWhole() throws Exception {
    Finding finding = knowledge.ask(List.of(WARNINGS)).getFirst().findings().getFirst();

    Item item = knowledge.item(finding.id()).orElseThrow();

    assertThat(item.finding().id()).isEqualTo(finding.id());
    assertThat(item.finding().title()).isEqualTo(finding.title());
    assertThat(item.finding().kind()).isEqualTo(finding.kind());
    assertThat(item.finding().base()).isEqualTo(name());
    assertThat(item.sections())
        .isNotEmpty()
        .allSatisfy(section -> assertThat(section.lines()).isNotEmpty());
  }

  @Test
  void whatNobodyHasIsNotThere() throws Exception {
    assertThat(knowledge.item("no-such-item")).isEmpty();
    assertThat(knowledge.item("../sources/handbook")).isEmpty();
    assertThat(knowledge.item("")).isEmpty();
  }

  @Test
  void anOutageIsToldWhereNothingIsRemembered() throws Exception {
    fallSilent();

    assertThatThrownBy(() -> knowledge.ask(List.of(WARNINGS)))
        .isInstanceOf(NotNow.class)
        .hasMessageContaining("The knowledge base gives no answer now");
    assertThatThrownBy(() -> knowledge.search(WORDS, 10)).isInstanceOf(NotNow.class);
    assertThatThrownBy(() -> knowledge.item("no-such-item")).isInstanceOf(NotNow.class);
  }

  @Test
  void whatWasSaidBeforeAnOutageIsSaidAgainWithItsTime() throws Exception {
    Reply before = knowledge.ask(List.of(WARNINGS)).getFirst();
    Instant then = clock().instant();
    clock().tick(A_WHILE);
    fallSilent();

    List<Reply> during = knowledge.ask(List.of(WARNINGS, DECISIONS));

    assertThat(during.getFirst())
        .isEqualTo(new Reply(WARNINGS, before.findings(), then, List.of(name())));
    assertThat(during.getLast())
        .as("never asked before")
        .isEqualTo(new Reply(DECISIONS, List.of(), null, List.of(name())));
  }

  @Test
  void anOutageIsOverWhenItIsOver() throws Exception {
    Reply before = knowledge.ask(List.of(WARNINGS)).getFirst();
    clock().tick(A_WHILE);
    fallSilent();
    for (int i = 0; i < 4; i++) {
      assertThat(knowledge.ask(List.of(WARNINGS)).getFirst().silent()).containsExactly(name());
    }
    speak();
    clock().tick(Duration.ofMinutes(1));

    assertThat(knowledge.ask(List.of(WARNINGS))).containsExactly(before);
  }
}
