package dev.aiwf.packs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** YAML as it was written, each piece with the line it begins on. */
sealed interface Tree {

  int line();

  /** How it is called in a sentence. */
  String kind();

  /**
   * A single value.
   *
   * @param plain whether it stood there without quotes
   */
  record Scalar(int line, String text, boolean plain) implements Tree {
    @Override
    public String kind() {
      return nothing() ? "nothing" : "\"" + text + "\"";
    }

    /** Whether there is a key with nothing behind it. */
    boolean nothing() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  record Sequence(int line, List<Tree> items) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  record Mapping(int line, List<Entry> entries) implements Tree {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a map";
    }

    @Nullable Tree get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().equals(key))
          .findFirst()
          .map(Entry::value)
          .orElse(null);
    }
  }

  record Entry(int line, String key, Tree value) {}
}
