package dev.aiwf.engine;

import dev.aiwf.core.project.Action;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What an effect came to: it is written down with the effect's end, or not at all. */
@FunctionalInterface
interface Done {

  /** Nothing that anybody needs to know. */
  Done NOTHING = _ -> Optional.empty();

  /** Writes it down; what the project is told of it, if anything. */
  Optional<Action> write(Handle handle);

  static Done reporting(Action report) {
    return _ -> Optional.of(report);
  }
}
