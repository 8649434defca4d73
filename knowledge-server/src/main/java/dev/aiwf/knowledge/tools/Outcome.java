package dev.aiwf.knowledge.tools;

import java.util.List;

/**
 * What a tool found, before it is told how long that took.
 *
 * @param results as JSON has them, some of them written already
 * @param query what was asked for, in words
 * @param cited the titles of the sources that the results rest on
 */
record Outcome(List<?> results, String query, List<String> cited, SearchType type) {

  /** How the results came about. */
  enum SearchType {
    SEMANTIC,
    FILTERED,
    LIST,
    COMPARISON
  }
}
