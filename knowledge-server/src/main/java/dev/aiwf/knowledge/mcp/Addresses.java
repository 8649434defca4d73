package dev.aiwf.knowledge.mcp;

import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Kind;
import dev.aiwf.knowledge.items.Library;
import dev.aiwf.knowledge.items.Source;
import dev.aiwf.knowledge.tools.ItemJson;
import java.util.Map;
import java.util.Optional;

/** How items and sources are addressed: {@code knowledge://decisions/rag-vs-fine-tuning}. */
final class Addresses {

  static final String SOURCES = "sources";
  private static final String SCHEME = "knowledge://";

  private Addresses() {}

  static String of(Item item) {
    return SCHEME + item.kind().folder() + "/" + item.id();
  }

  static String of(Source source) {
    return SCHEME + SOURCES + "/" + source.id();
  }

  static String template(String folder) {
    return SCHEME + folder + "/{id}";
  }

  /** What stands at an address. */
  static Optional<Map<String, Object>> find(Library library, String address) {
    for (Kind kind : Kind.values()) {
      String folder = SCHEME + kind.folder() + "/";
      if (address.startsWith(folder)) {
        return library
            .item(address.substring(folder.length()))
            .filter(item -> item.kind() == kind)
            .map(item -> ItemJson.whole(library, item));
      }
    }
    String sources = SCHEME + SOURCES + "/";
    return address.startsWith(sources)
        ? library.source(address.substring(sources.length())).map(ItemJson::whole)
        : Optional.empty();
  }
}
