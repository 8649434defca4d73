package dev.aiwf.knowledge.search;

import dev.aiwf.knowledge.items.Library;

/** A library and the index of it, which belong together. */
public record Catalog(Library library, Index index) {

  /** Makes the index of a library. */
  public static Catalog of(Library library) {
    return new Catalog(library, Index.of(library));
  }
}
