package dev.aiwf.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Reads YAML into a {@link Tree}. It takes the parser's events rather than its objects: no tag is
 * ever resolved, no alias followed, and every piece keeps its line.
 */
final class TreeReader {

  private static final int DEEPEST = 24;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setCodePointLimit(TextFile.LARGEST).build();

  private final Source source;
  private final Iterator<Event> events;

  private TreeReader(Source source, Iterator<Event> events) {
    this.source = source;
    this.events = events;
  }

  /** The tree of a text; none, and a problem, if it is no YAML. */
  static Optional<Tree> read(Source source, String yaml) {
    try {
      return new TreeReader(source, new Parse(SETTINGS).parseString(yaml).iterator()).document();
    } catch (TooDeep e) {
      source.problem(e.line, "This is nested too deeply to be meant.");
    } catch (MarkedYamlEngineException e) {
      source.problem(
          e.getProblemMark().map(TreeReader::line).orElse(1),
          "This is not YAML: " + e.getProblem() + ".");
    } catch (ReaderException e) {
      source.problem(
          1 + (int) yaml.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count(),
          "There is a character here that has no place in YAML.");
    } catch (RuntimeException e) {
      // The parser has been seen to throw all kinds on input that was made to hurt it.
      source.problem(1, "This can't be read as YAML.");
    }
    return Optional.empty();
  }

  private Optional<Tree> document() {
    Optional<Tree> tree = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        case Scalar, SequenceStart, MappingStart, Alias, SequenceEnd, MappingEnd -> {
          if (tree.isPresent()) {
            source.problem(line(event), "One document is read here; a second one begins.");
            return Optional.empty();
          }
          tree = Optional.of(tree(event, 0));
        }
      }
    }
    if (tree.isEmpty()) {
      source.problem(1, "There is nothing in it.");
    }
    return tree;
  }

  private Tree tree(Event event, int depth) {
    if (depth > DEEPEST) {
      throw new TooDeep(line(event));
    }
    if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
      node.getAnchor()
          .ifPresent(
              anchor -> source.problem(line(event), "Anchors (&" + anchor + ") are not read."));
    }
    return switch (event) {
      case ScalarEvent scalar -> {
        tag(scalar.getTag(), event);
        yield new Tree.Scalar(line(event), scalar.getValue(), scalar.isPlain());
      }
      case CollectionStartEvent collection -> {
        tag(collection.getTag(), event);
        yield collection.getEventId() == Event.ID.SequenceStart
            ? sequence(event, depth)
            : mapping(event, depth);
      }
      default -> {
        source.problem(line(event), "Aliases (*) are not read; write it out.");
        yield new Tree.Scalar(line(event), "", true);
      }
    };
  }

  private void tag(Optional<String> tag, Event event) {
    tag.ifPresent(name -> source.problem(line(event), "Tags (" + name + ") are not read."));
  }

  private Tree sequence(Event start, int depth) {
    List<Tree> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(tree(event, depth + 1));
    }
    return new Tree.Sequence(line(start), items);
  }

  private Tree mapping(Event start, int depth) {
    List<Tree.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Tree key = tree(event, depth + 1);
      Tree value = tree(events.next(), depth + 1);
      if (!(key instanceof Tree.Scalar scalar)) {
        source.problem(key.line(), "A key is a word, not " + key.kind() + ".");
      } else if (!seen.add(scalar.text())) {
        source.problem(key.line(), "\"" + scalar.text() + "\" stands here a second time.");
      } else {
        entries.add(new Tree.Entry(key.line(), scalar.text(), value));
      }
    }
    return new Tree.Mapping(line(start), entries);
  }

  private static int line(Event event) {
    return event.getStartMark().map(TreeReader::line).orElse(1);
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;

    TooDeep(int line) {
      super("nested too deeply", null, false, false);
      this.line = line;
    }
  }
}
