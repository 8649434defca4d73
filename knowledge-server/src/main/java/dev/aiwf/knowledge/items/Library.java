package dev.aiwf.knowledge.items;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that is known, with nothing wrong in it. */
public final class Library {

  private final Vocabulary vocabulary;
  private final Map<String, Item> items;
  private final Map<String, Source> sources;
  private final List<Item> inOrder;

  /** Of these, whose references have been checked. */
  Library(Vocabulary vocabulary, Collection<Item> items, Collection<Source> sources) {
    this.vocabulary = vocabulary;
    this.items = byId(items, Item::id);
    this.inOrder = List.copyOf(this.items.values());
    this.sources = byId(sources, Source::id);
  }

  private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
    return all.stream()
        .collect(Collectors.toMap(id, Function.identity(), (one, _) -> one, TreeMap::new));
  }

  /** The words of the field. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** All items, by their ids. */
  public List<Item> items() {
    return inOrder;
  }

  /** The item with this id. */
  public Optional<Item> item(String id) {
    return Optional.ofNullable(items.get(id));
  }

  /** All sources, by their ids. */
  public List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /** The source with this id. */
  public Optional<Source> source(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  /** The source that an item rests on. */
  public Source sourceOf(Item item) {
    return source(item.about().source().source())
        .orElseThrow(() -> new IllegalStateException(item.id() + " rests on no source"));
  }
}
