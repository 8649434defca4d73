package dev.aiwf.knowledge.tools;

import dev.aiwf.knowledge.items.Kind;
import dev.aiwf.knowledge.search.Catalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The seven tools, to be called by name. */
public final class Toolbox {

  private static final Logger LOG = LoggerFactory.getLogger(Toolbox.class);
  private static final double NANOS = 1_000_000;

  /** All tools, in the order in which they are told. */
  private static final List<Tool> TOOLS =
      List.of(
          SearchTool.tool(),
          ListingTools.of(Kind.DECISION),
          ListingTools.of(Kind.PATTERN),
          ListingTools.of(Kind.WARNING),
          ListingTools.of(Kind.METHODOLOGY),
          SourceTools.list(),
          SourceTools.compare());

  private final Supplier<Catalog> catalog;
  private final LongSupplier nanos;
  private volatile @Nullable Shelf shelf;

  /**
   * Tools on what is known at the time of a call.
   *
   * @param nanos a clock to tell how long an answer took
   */
  public Toolbox(Supplier<Catalog> catalog, LongSupplier nanos) {
    this.catalog = catalog;
    this.nanos = nanos;
  }

  /** All tools, in the order in which they are told. */
  public static List<Tool> tools() {
    return TOOLS;
  }

  /** The tool of this name. */
  public static Optional<Tool> tool(String name) {
    return TOOLS.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  /** What is known now. */
  public Catalog catalog() {
    return catalog.get();
  }

  private Shelf shelf() {
    Catalog now = catalog.get();
    Shelf known = shelf;
    if (known == null || !known.catalog().equals(now)) {
      known = new Shelf(now);
      shelf = known;
    }
    return known;
  }

  /** Calls a tool; whatever goes wrong is an answer too. */
  public Answer call(Tool tool, Map<String, ?> arguments) {
    long begin = nanos.getAsLong();
    try {
      Outcome outcome = tool.work().apply(shelf(), Arguments.of(arguments, tool.arguments()));
      return new Answer.Found(body(outcome, (nanos.getAsLong() - begin) / NANOS));
    } catch (Failure failure) {
      return failure.answer();
    } catch (RuntimeException e) {
      LOG.error("{} failed", tool.name(), e);
      return Answer.Failed.of(
          Answer.Code.INTERNAL_ERROR,
          "Something went wrong in the knowledge server; its log says what. Nothing was changed.");
    }
  }

  private static Map<String, Object> body(Outcome outcome, double millis) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("query", outcome.query());
    metadata.put("sources_cited", outcome.cited());
    metadata.put("result_count", outcome.results().size());
    metadata.put("search_type", outcome.type().name().toLowerCase(Locale.ROOT));
    metadata.put("latency_ms", Math.round(millis * 1_000) / 1_000.0);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("results", outcome.results());
    body.put("metadata", metadata);
    return body;
  }
}
