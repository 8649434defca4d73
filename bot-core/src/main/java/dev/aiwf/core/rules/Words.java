package dev.aiwf.core.rules;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Small pieces of wording that more than one message needs. */
public final class Words {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /** "1 answer", "2 answers". */
  public static String count(int count, String what) {
    return count + " " + (count == 1 ? what : what + "s");
  }

  /** "1 answer is", "2 answers are". */
  public static String are(int count, String what) {
    return count(count, what) + (count == 1 ? " is" : " are");
  }

  /** The time of day. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** A role as it stands in a sentence. */
  public static String role(Role role) {
    return switch (role) {
      case OWNER -> "an owner";
      case APPROVER -> "an approver";
      case CONTRIBUTOR -> "a contributor";
    };
  }

  /** A status as it stands in a sentence. */
  public static String status(Status status) {
    return switch (status) {
      case OPENING -> "opening";
      case IN_PROGRESS -> "under way";
      case BLOCKED -> "blocked";
      case COMPLETE -> "complete";
      case STOPPED -> "stopped";
    };
  }

  /** An answer as people read it: an option by its label, a number with its unit. */
  public static String value(Ask ask, Value value) {
    String text =
        switch (value) {
          case Value.Choice(var key) -> label(ask, key);
          case Value.Decision(var key, _) -> label(ask, key);
          case Value.Number number ->
              ask.type() instanceof AskType.Number type && type.unit() != null
                  ? number.text() + " " + type.unit()
                  : number.text();
          case Value.Text _, Value.Items _, Value.Table _ -> value.text();
        };
    return Clean.shortened(text, 300);
  }

  /** Who answered what, and when: for somebody who came second. */
  public static String answered(Sidecar sidecar, Ask ask, Answers.Answer answer) {
    return "%s answered that at %s: %s."
        .formatted(sidecar.nameOf(answer.by()), time(answer.at()), value(ask, answer.value()));
  }

  private static String label(Ask ask, String key) {
    return ask.type().option(key).map(AskType.Option::label).orElse(key);
  }
}
