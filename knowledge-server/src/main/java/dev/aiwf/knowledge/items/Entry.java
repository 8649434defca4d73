package dev.aiwf.knowledge.items;

import java.util.List;

/** What a file of a knowledge base holds. */
sealed interface Entry {

  String id();

  /**
   * An item.
   *
   * @param references what it refers to, with the lines where it does
   */
  record OfItem(Item item, List<Reference> references) implements Entry {
    public OfItem {
      references = List.copyOf(references);
    }

    @Override
    public String id() {
      return item.id();
    }
  }

  record OfSource(Source source) implements Entry {
    @Override
    public String id() {
      return source.id();
    }
  }

  /** A word in a file that must be known elsewhere: a source's id or a topic. */
  record Reference(Means means, String word, int line) {
    enum Means {
      SOURCE,
      TOPIC
    }
  }
}
