package dev.aiwf.core.talk;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Architect.Line;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a project, as far as it fits: the newest word for word, the older ones in short.
 * It is made anew for every turn of talk, for the messages are the only memory there is.
 */
final class Transcript {

  private static final int SHORT = 120;

  private final Sidecar sidecar;
  private final Map<String, Words> byHandle = new LinkedHashMap<>();

  /**
   * A person's words that can be cited.
   *
   * @param message the key of the message
   */
  record Words(String message, PersonId by, String text) {}

  Transcript(Sidecar sidecar, List<Message> messages) {
    this.sidecar = sidecar;
    for (Message message : messages) {
      // A brief may lie in the repository, and then nobody here has said it.
      PersonId by =
          message.key().equals(sidecar.remarks().brief()) && message.by() == null
              ? Sender.PROGRAM
              : message.by();
      if (by != null && message.key().startsWith(MessageKeys.said(""))) {
        byHandle.put(handle(message), new Words(message.key(), by, message.content().text()));
      }
    }
  }

  /** Short enough for a model to repeat it without a mistake. */
  private static String handle(Message message) {
    return "m" + message.number();
  }

  /** Somebody's words, if that is what a handle names. */
  Optional<Words> cited(String handle) {
    return Optional.ofNullable(byHandle.get(handle.strip().replaceAll("[\\[\\]#]", "")));
  }

  /** Everything that a person wrote. */
  List<String> written() {
    return byHandle.values().stream()
        .filter(words -> !words.by().equals(Sender.PROGRAM))
        .map(Words::text)
        .toList();
  }

  /** The lines that fit, oldest first. */
  List<Line> lines(List<Message> messages, int tokens) {
    List<Line> newest = new ArrayList<>();
    List<String> older = new ArrayList<>();
    int left = tokens;
    for (Message message : messages.reversed()) {
      Line line = line(message);
      if (line == null) {
        continue;
      }
      int size = Tokens.of(text(line));
      if (older.isEmpty() && (size <= left || newest.isEmpty())) {
        newest.add(size <= left ? line : shortened(line, left));
        left -= size;
      } else {
        older.add(inShort(line));
      }
    }
    Collections.reverse(newest);
    List<Line> lines = new ArrayList<>();
    if (!older.isEmpty()) {
      lines.add(
          new Line.Quoted(
              "What was said before, the beginning of each message",
              inShort(older, Math.max(200, tokens / 5))));
    }
    lines.addAll(newest);
    return lines;
  }

  private @Nullable Line line(Message message) {
    String text = message.content().text();
    Words words = byHandle.get(handle(message));
    if (words != null) {
      String who =
          words.by().equals(Sender.PROGRAM) ? "the repository" : sidecar.nameOf(words.by());
      return new Line.Said(who, handle(message), text);
    }
    boolean own = message.key().startsWith(MessageKeys.talk(""));
    return own && !running(message) ? new Line.Spoken(text) : null;
  }

  private boolean running(Message message) {
    return sidecar.conversation().running() != null
        && message.key().equals(MessageKeys.talk(sidecar.conversation().running().talk()));
  }

  private static String text(Line line) {
    return switch (line) {
      case Line.Told(var text) -> text;
      case Line.Quoted(_, var text) -> text;
      case Line.Said(_, _, var text) -> text;
      case Line.Spoken(var text) -> text;
    };
  }

  private static Line shortened(Line line, int tokens) {
    return switch (line) {
      case Line.Told(var text) -> new Line.Told(Tokens.upTo(text, tokens));
      case Line.Quoted(var what, var text) -> new Line.Quoted(what, Tokens.upTo(text, tokens));
      case Line.Said(var who, var message, var text) ->
          new Line.Said(who, message, Tokens.upTo(text, tokens));
      case Line.Spoken(var text) -> new Line.Spoken(Tokens.upTo(text, tokens));
    };
  }

  private static String inShort(Line line) {
    String who = line instanceof Line.Said(var name, _, _) ? name : "architect";
    String words = text(line).replace('\n', ' ');
    return who + ": " + (words.length() <= SHORT ? words : words.substring(0, SHORT) + "…");
  }

  /** The newest of them that fit, oldest first. */
  private static String inShort(List<String> older, int tokens) {
    List<String> fitting = new ArrayList<>();
    int left = tokens;
    for (String line : older) {
      left -= Tokens.of(line);
      if (left < 0) {
        break;
      }
      fitting.add(line);
    }
    Collections.reverse(fitting);
    return String.join("\n", fitting);
  }
}
