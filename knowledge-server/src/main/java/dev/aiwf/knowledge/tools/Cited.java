package dev.aiwf.knowledge.tools;

import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Library;
import java.util.List;

/** Titles of sources. */
final class Cited {

  private Cited() {}

  /** Each once, in the order of the items that rest on them. */
  static List<String> by(Library library, List<Item> items) {
    return items.stream().map(item -> library.sourceOf(item).title()).distinct().toList();
  }
}
