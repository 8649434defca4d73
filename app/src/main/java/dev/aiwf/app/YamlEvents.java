package dev.aiwf.app;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The parser's events, of which only plain keys and values are let through. */
final class YamlEvents {

  private static final int DEEPEST = 24;

  private final Iterator<Event> events;
  private final List<FlatYaml.Flaw> flaws;

  YamlEvents(Iterator<Event> events, List<FlatYaml.Flaw> flaws) {
    this.events = events;
    this.flaws = flaws;
  }

  boolean hasNext() {
    return events.hasNext();
  }

  Event next() {
    return events.next();
  }

  /** Its text, stripped and empty for null; none, and a flaw, where it is something else. */
  Optional<String> scalar(Event event, String otherwise) {
    if (event instanceof ScalarEvent scalar) {
      return isPlain(event)
          ? Optional.of(isNothing(scalar) ? "" : scalar.getValue().strip())
          : Optional.empty();
    }
    flaw(
        event, event instanceof AliasEvent ? "Aliases (*) are not read; write it out." : otherwise);
    skip(event);
    return Optional.empty();
  }

  /** Whether it says that there is no value. */
  static boolean isNothing(ScalarEvent scalar) {
    return scalar.isPlain()
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("~")
            || scalar.getValue().equals("null"));
  }

  /** Whether nothing stands before it that would make something else of it. */
  boolean isPlain(Event event) {
    boolean tagged =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag().isPresent();
          case CollectionStartEvent collection -> collection.getTag().isPresent();
          default -> false;
        };
    boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
    if (tagged || anchored) {
      flaw(event, "Tags (!) and anchors (&) are not read.");
    }
    return !tagged && !anchored;
  }

  /** Passes over all that belongs to what has begun. */
  void skip(Event begun) {
    int open = begun instanceof CollectionStartEvent ? 1 : 0;
    while (open > 0) {
      Event event = events.next();
      if (open > DEEPEST) {
        throw new TooDeep(line(event));
      }
      switch (event.getEventId()) {
        case SequenceStart, MappingStart -> open++;
        case SequenceEnd, MappingEnd -> open--;
        case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment, Scalar, Alias -> {}
      }
    }
  }

  void flaw(Event event, String sentence) {
    flaws.add(new FlatYaml.Flaw(line(event), sentence));
  }

  static int line(Event event) {
    return event.getStartMark().map(YamlEvents::line).orElse(1);
  }

  static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  /** The parser takes its time over deep nesting, so it is left at once. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;

    TooDeep(int line) {
      super("nested too deeply", null, false, false);
      this.line = line;
    }

    int line() {
      return line;
    }
  }
}
