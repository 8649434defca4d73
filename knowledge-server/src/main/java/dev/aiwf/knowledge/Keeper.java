package dev.aiwf.knowledge;

import dev.aiwf.knowledge.items.Folder;
import dev.aiwf.knowledge.items.Problem;
import dev.aiwf.knowledge.items.Reading;
import dev.aiwf.knowledge.items.Traces;
import dev.aiwf.knowledge.search.Catalog;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what was read from folders, and reads them again when something in them has changed. */
final class Keeper {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final List<Folder> folders;
  private Traces traces;
  private volatile State state;

  private record State(Reading reading, Catalog catalog) {}

  Keeper(List<Folder> folders) {
    this.folders = List.copyOf(folders);
    this.traces = Traces.of(folders);
    this.state = state(Reading.of(folders));
  }

  private static State state(Reading reading) {
    reading.problems().forEach(problem -> LOG.warn("An item is left out: {}", problem));
    return new State(reading, Catalog.of(reading.library()));
  }

  Catalog catalog() {
    return state.catalog();
  }

  List<Problem> problems() {
    return state.reading().problems();
  }

  /** Looks once whether something has changed, and tells what was and what is. */
  synchronized void look(BiConsumer<Catalog, Catalog> changed) {
    Traces now = Traces.of(folders);
    if (now.equals(traces)) {
      return;
    }
    Catalog before = state.catalog();
    state = state(state.reading().again(folders));
    traces = now;
    LOG.info("The knowledge base has changed: {} items", catalog().library().items().size());
    changed.accept(before, catalog());
  }
}
