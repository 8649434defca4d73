package dev.aiwf.web.api;

import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.SidecarView;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ask of the current step, with its answer if there is one. */
record AskView(
    String id,
    String type,
    String text,
    @Nullable String help,
    @Nullable String unit,
    List<Option> options,
    List<String> columns,
    boolean required,
    @Nullable Recommended recommended,
    List<Voice> voices,
    boolean answered,
    boolean skipped,
    boolean stale,
    @Nullable Object value,
    @Nullable String by,
    @Nullable Instant at) {

  static List<AskView> all(Situation here) {
    return here.asks().stream().map(ask -> of(here, ask)).toList();
  }

  private static AskView of(Situation here, Ask ask) {
    Answers answers = here.sidecar().answers();
    Answers.Answer answer = answers.to(ask.id()).orElse(null);
    return new AskView(
        ask.id(),
        ask.type().key(),
        ask.text(),
        ask.help(),
        ask.type() instanceof AskType.Number number ? number.unit() : null,
        ask.type().options().stream().map(Option::of).toList(),
        ask.type() instanceof AskType.Table table ? table.columns() : List.of(),
        ask.required(),
        here.recommended(ask)
            .map(r -> new Recommended(SidecarView.plain(r.value()), r.reason()))
            .orElse(null),
        Voice.all(here, ask),
        answer != null,
        answers.left().contains(ask.id()),
        answer != null && answer.stale(),
        answer == null ? null : SidecarView.plain(answer.value()),
        answer == null ? null : answer.by().value(),
        answer == null ? null : answer.at());
  }

  /** What the answers so far speak for. */
  record Recommended(Object value, String reason) {}

  /** Something to choose; the amount is shown because figures are reckoned with it. */
  record Option(String key, String label, @Nullable String help, @Nullable BigDecimal amount) {

    private static Option of(AskType.Option option) {
      return new Option(option.key(), option.label(), option.help(), option.amount());
    }
  }

  /** What speaks for one option. */
  record Voice(String option, List<String> because, int weight) {

    private static List<Voice> all(Situation here, Ask ask) {
      return dev.aiwf.core.rules.Recommended.voices(ask, here.known()).stream()
          .map(voices -> new Voice(voices.option().key(), voices.because(), voices.weight()))
          .toList();
    }
  }
}
