package dev.aiwf.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Reads keys and values, one section deep. It takes the parser's events rather than its objects, so
 * that no tag is resolved and no alias followed, and no sentence quotes a value: it may be a
 * secret.
 */
final class FlatYaml {

  private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

  /**
   * One key with what stands behind it.
   *
   * @param path the key, after its section's and a dot
   * @param values those that are not empty
   * @param list whether they stand as a list
   */
  record Entry(String path, int line, List<String> values, boolean list) {
    @Override
    public String toString() {
      return path + " in line " + line;
    }
  }

  /** What is wrong in a line. */
  record Flaw(int line, String sentence) {}

  private final YamlEvents events;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private FlatYaml(YamlEvents events) {
    this.events = events;
  }

  /** The entries, in order; what is wrong is added to the flaws. */
  static List<Entry> read(String yaml, List<Flaw> flaws) {
    try {
      Iterator<Event> parsed = new Parse(SETTINGS).parseString(yaml).iterator();
      FlatYaml flat = new FlatYaml(new YamlEvents(parsed, flaws));
      flat.documents();
      return flat.entries;
    } catch (YamlEvents.TooDeep e) {
      flaws.add(new Flaw(e.line(), "This is nested too deeply to be meant."));
    } catch (MarkedYamlEngineException e) {
      flaws.add(
          new Flaw(
              e.getProblemMark().map(YamlEvents::line).orElse(1),
              "This is not YAML: " + e.getProblem() + "."));
    } catch (ReaderException e) {
      long lines = yaml.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      flaws.add(new Flaw(1 + (int) lines, "There is a character here that has no place in YAML."));
    } catch (RuntimeException e) {
      // The parser has been seen to throw all kinds on input that was made to hurt it.
      flaws.add(new Flaw(1, "This can't be read as YAML."));
    }
    return List.of();
  }

  private void documents() {
    boolean read = false;
    while (events.hasNext()) {
      Event event = events.next();
      if (!(event instanceof NodeEvent)) {
        continue;
      }
      if (read) {
        events.flaw(event, "One document is read here; a second one begins.");
        return;
      }
      read = true;
      if (event.getEventId() == Event.ID.MappingStart && events.isPlain(event)) {
        mapping("");
      } else if (!(event instanceof ScalarEvent scalar && YamlEvents.isNothing(scalar))) {
        events.flaw(event, "Settings stand here as `key: value`, one a line.");
        events.skip(event);
      }
    }
  }

  private void mapping(String section) {
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Optional<String> key = events.scalar(event, "A key is a word.");
      Event value = events.next();
      if (key.isEmpty()) {
        events.skip(value);
      } else if (!seen.add(section + key.get())) {
        events.flaw(
            event, "%s stands here a second time.".formatted(Shown.name(section + key.get())));
        events.skip(value);
      } else {
        entry(section, section + key.get(), YamlEvents.line(event), value);
      }
    }
  }

  private void entry(String section, String path, int line, Event value) {
    switch (value.getEventId()) {
      case Scalar, Alias ->
          events
              .scalar(value, "")
              .ifPresent(text ->
                  entries.add(
                      new Entry(path, line, text.isEmpty() ? List.of() : List.of(text), false)));
      case SequenceStart -> entries.add(new Entry(path, line, items(value), true));
      case MappingStart -> {
        if (!events.isPlain(value)) {
          events.skip(value);
        } else if (section.isEmpty()) {
          mapping(path + ".");
        } else {
          events.flaw(value, "%s holds one value or a list.".formatted(Shown.name(path)));
          events.skip(value);
        }
      }
      case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment, SequenceEnd, MappingEnd ->
          throw new IllegalStateException("The parser is out of step: " + value.getEventId());
    }
  }

  private List<String> items(Event start) {
    events.isPlain(start);
    List<String> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      events
          .scalar(event, "An item of a list is a single value.")
          .filter(text -> !text.isEmpty())
          .ifPresent(items::add);
    }
    return items;
  }
}
