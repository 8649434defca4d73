package dev.aiwf.artifacts.render;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up in what is shown, and nowhere else: the library's own collector would call any
 * method of any object that a template names.
 */
final class ShownCollector implements Mustache.Collector {

  @Override
  public @Nullable Iterator<?> toIterator(Object value) {
    return switch (value) {
      case List<?> list -> list.iterator();
      case Shown.Open _, Shown.NotAsked _ -> Collections.emptyIterator();
      case Shown.Thing thing when thing.printed() == null -> List.of(thing).iterator();
      default -> null;
    };
  }

  @Override
  public Mustache.VariableFetcher createFetcher(Object context, String name) {
    return ShownCollector::part;
  }

  private static Object part(Object context, String name) {
    return switch (context) {
      case Shown.Thing(_, var parts) -> parts.getOrDefault(name, Template.NO_FETCHER_FOUND);
      case Shown.Open(var parts) -> parts.getOrDefault(name, Shown.OPEN);
      case Shown.NotAsked(var parts) -> parts.getOrDefault(name, Shown.OPEN);
      default -> Template.NO_FETCHER_FOUND;
    };
  }

  @Override
  public <K, V> Map<K, V> createFetcherCache() {
    return new ConcurrentHashMap<>();
  }

  /** What is printed. */
  static String text(Script script, Object value) {
    return switch (value) {
      case Shown.Words(var text) -> script.words(text);
      case Shown.Address(var uri) -> script.address(uri);
      case Shown.Figure(var number) -> script.number(number);
      case Shown.Blank(var name, var fits) -> script.blank(name, fits);
      case Shown.Open _ -> script.open();
      case Shown.NotAsked _ -> script.notAsked();
      case Shown.Thing(var printed, _) when printed != null -> text(script, printed);
      case Integer index -> index.toString();
      default -> throw new IllegalArgumentException("only parts of this can be printed");
    };
  }
}
