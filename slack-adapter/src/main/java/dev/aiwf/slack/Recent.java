package dev.aiwf.slack;

import java.util.LinkedHashMap;
import java.util.Map;

/** What came lately, so that it is not told twice: the oldest of many is forgotten. */
final class Recent {

  private static final int MOST = 1_000;

  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Whether this is the first time. */
  synchronized boolean first(String what) {
    return seen.put(what, true) == null;
  }
}
