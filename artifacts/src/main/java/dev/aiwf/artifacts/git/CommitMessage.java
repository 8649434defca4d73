package dev.aiwf.artifacts.git;

import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.turn.Effect;
import java.util.List;
import java.util.Map;

/** What a commit says: a line for people, then trailers for programs. */
final class CommitMessage {

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_TRAILER = 500;

  private CommitMessage() {}

  static String of(Effect.Publish effect, EffectMark mark, String bot, Composed composed) {
    StringBuilder message = new StringBuilder(title(effect)).append("\n\n");
    for (Map.Entry<String, List<String>> trailer : effect.trailers().entrySet()) {
      if (!Signed.RESERVED.contains(trailer.getKey())) {
        trailer.getValue().forEach(value -> append(message, trailer.getKey(), line(value)));
      }
    }
    composed.edited().forEach(path -> append(message, Signed.EDITED, path));
    composed.bases().forEach((path, base) -> append(message, Signed.BASE, base + " " + path));
    append(message, Signed.JOURNAL, String.valueOf(effect.number()));
    append(message, Signed.BOT, bot);
    append(message, Signed.EFFECT, mark.value());
    return message.toString();
  }

  private static void append(StringBuilder message, String name, String value) {
    if (!value.isEmpty()) {
      message.append(name).append(": ").append(value).append('\n');
    }
  }

  private static String title(Effect.Publish effect) {
    String title = Clean.shortened(Clean.line(effect.title()), LONGEST_TITLE);
    return title.isEmpty() ? "Complete " + Clean.line(effect.step()) : title;
  }

  /** A trailer's value has one line; a second one would be a trailer of its own. */
  static String line(String value) {
    return Clean.shortened(Clean.line(value), LONGEST_TRAILER);
  }
}
