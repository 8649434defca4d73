package dev.aiwf.knowledge.tools;

import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.search.Catalog;
import dev.aiwf.knowledge.search.Hit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * A catalog whose items are written as JSON once, for they are answered again and again: to write
 * them took longer than to find them.
 */
final class Shelf {

  private static final JsonMapper JSON = new JsonMapper();

  private final Catalog catalog;
  private final Map<String, String> listed = new ConcurrentHashMap<>();
  private final Map<String, String> found = new ConcurrentHashMap<>();
  private final Map<String, String> compared = new ConcurrentHashMap<>();

  Shelf(Catalog catalog) {
    this.catalog = catalog;
  }

  Catalog catalog() {
    return catalog;
  }

  /** As the tool of its kind answers an item where no topic was asked for. */
  RawValue listed(Item item) {
    return new RawValue(asListed(item) + "}");
  }

  /** The same, with how well it fits a topic. */
  RawValue listed(Hit hit) {
    return scored(asListed(hit.item()), hit.score());
  }

  /** As the search answers an item. */
  RawValue found(Hit hit) {
    return scored(
        found.computeIfAbsent(
            hit.item().id(), _ -> open(ItemJson.found(catalog.library(), hit.item()))),
        hit.score());
  }

  /** As an item stands beside those of other sources. */
  RawValue compared(Hit hit) {
    return scored(
        compared.computeIfAbsent(hit.item().id(), _ -> open(ItemJson.compared(hit.item()))),
        hit.score());
  }

  private String asListed(Item item) {
    return listed.computeIfAbsent(item.id(), _ -> open(ItemJson.listed(catalog.library(), item)));
  }

  /** Without its last brace, so that something can be added. */
  private static String open(Map<String, Object> json) {
    String text = JSON.writeValueAsString(json);
    return text.substring(0, text.length() - 1);
  }

  private static RawValue scored(String open, double score) {
    return new RawValue(open + ",\"score\":" + score + "}");
  }
}
