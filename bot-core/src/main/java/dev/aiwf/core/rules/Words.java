package dev.aiwf.core.rules;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Amounts;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Small pieces of wording that more than one message needs. */
public final class Words {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern NAMED = Pattern.compile("\\{([a-z0-9_]+)}");

  private Words() {}

  /** "1 answer", "2 answers". */
  public static String count(int count, String what) {
    return count + " " + (count == 1 ? what : what + "s");
  }

  /** "1 answer is", "2 answers are". */
  public static String are(int count, String what) {
    return count(count, what) + (count == 1 ? " is" : " are");
  }

  /** "once", "twice", "3 times". */
  public static String times(int count) {
    return switch (count) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> count + " times";
    };
  }

  /** The time of day. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** A commit's name as people write it. */
  public static String commit(String sha) {
    return sha.substring(0, Math.min(7, sha.length()));
  }

  /** The day. */
  public static String day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
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
          case Value.Number(var number) ->
              ask.type() instanceof AskType.Number type && type.unit() != null
                  ? Amounts.of(number, type.unit())
                  : Amounts.grouped(number);
          case Value.Text _, Value.Items _, Value.Table _ -> value.text();
        };
    return Clean.shortened(text, 300);
  }

  /** Who must sign, in a sentence or two. */
  public static String policy(Gate.Policy policy) {
    return "%s by %s. Whoever started the project %s."
        .formatted(
            count(policy.approvals(), "signature"),
            roles(policy.roles()),
            policy.initiatorCounts() ? "counts" : "does not count");
  }

  /** "A", "A or B", "A, B or C". */
  public static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** Roles as alternatives. */
  public static String roles(Set<Role> roles) {
    return roles.stream().sorted().map(Words::role).collect(Collectors.joining(" or "));
  }

  /** A text in which names in braces stand for what is known of them. */
  public static String filled(Known known, String text) {
    return NAMED
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(known(known, found.group(1))));
  }

  private static String known(Known known, String name) {
    Optional<Known.Worked> worked = known.figure(name);
    if (worked.isPresent()) {
      return figure(worked.get());
    }
    Value value = known.value(name);
    return value == null
        ? "(open)"
        : known.ask(name).map(ask -> value(ask, value)).orElseGet(value::text);
  }

  /** A figure as people read it. */
  public static String figure(Known.Worked worked) {
    String unit = worked.figure().unit();
    return unit == null ? Amounts.grouped(worked.value()) : Amounts.of(worked.value(), unit);
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
