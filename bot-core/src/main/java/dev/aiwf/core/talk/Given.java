package dev.aiwf.core.talk;

import dev.aiwf.core.port.Architect.Call;
import dev.aiwf.core.project.Advice;
import dev.aiwf.core.project.Contribution;
import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Prose;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a model sent with a call, whatever it is; what is not there is empty. */
final class Given {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)\\]>\"']{1,2000}");

  private static final int LONGEST_QUOTE = 200;

  private Given() {}

  /** An answer as the model sent it. */
  record Heard(String ask, String value, String message, String quote) {

    /** What is wrong with it, for the model. */
    String wrong(Transcript transcript) {
      return transcript.cited(message).isEmpty()
          ? "there is no message \"%s\"".formatted(Clean.excerpt(message))
          : "those words do not stand in that message";
    }
  }

  static String text(Call call, String field) {
    return plain(call.with().get(field));
  }

  /** The name of something; none where it was left out. */
  static @Nullable String name(Call call, String field) {
    String name = Clean.line(text(call, field));
    return name.isEmpty() ? null : name;
  }

  static List<Heard> answers(Call call) {
    return maps(call.with().get("answers")).stream()
        .map(each ->
            new Heard(
                plain(each.get("ask")),
                plain(each.get("value")),
                plain(each.get("message")),
                plain(each.get("quote"))))
        .toList();
  }

  /** It rests on words that somebody wrote, or it is none. */
  static Optional<Contribution.Reading> reading(Transcript transcript, Heard heard) {
    String quote = loosely(heard.quote());
    return transcript
        .cited(heard.message())
        .filter(words -> !quote.isEmpty() && loosely(words.text()).contains(quote))
        .map(words ->
            new Contribution.Reading(
                heard.ask(),
                new Input.Text(heard.value()),
                words.message(),
                words.by(),
                Clean.shortened(Clean.line(heard.quote()), LONGEST_QUOTE)));
  }

  /** Letters and digits only: models change quotation marks and spaces. */
  private static String loosely(String text) {
    return Clean.lines(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  static Advice advice(Call call, boolean unreachable) {
    List<String> own = new ArrayList<>(texts(call.with().get("own")));
    if (unreachable) {
      own.add("The knowledge base could not be asked.");
    }
    return new Advice(
        text(call, "decision"),
        text(call, "choice"),
        Clean.lines(text(call, "rationale")),
        maps(call.with().get("otherwise")).stream()
            .map(each -> new Advice.Alternative(plain(each.get("choice")), plain(each.get("cost"))))
            .toList(),
        texts(call.with().get("rests")),
        own);
  }

  static Prose prose(Situation here, Call call) {
    String section = text(call, "section");
    Conversation.Running running = here.sidecar().conversation().running();
    return section.equals(Tools.ANALYSIS) && running != null && running.about() != null
        ? new Prose(null, running.about(), text(call, "text"))
        : new Prose(section, null, text(call, "text"));
  }

  static Optional<Fact.Topic> topic(Call call) {
    String what = text(call, "what").toLowerCase(Locale.ROOT);
    return Tools.SHOWN.contains(what)
        ? Optional.of(Fact.Topic.valueOf(what.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  static List<String> addresses(String text) {
    return ADDRESS.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  private static List<Map<?, ?>> maps(@Nullable Object value) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> map) {
          maps.add(map);
        }
      }
    }
    return maps;
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Given::plain).filter(text -> !text.isBlank()).toList()
        : List.of();
  }

  private static String plain(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? String.valueOf(value)
        : "";
  }
}
