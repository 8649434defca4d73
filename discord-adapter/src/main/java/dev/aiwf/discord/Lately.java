package dev.aiwf.discord;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came lately, by its name: the oldest of many is forgotten. */
final class Lately<V> {

  private static final int MOST = 1_000;

  private final Map<String, V> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
          return size() > MOST;
        }
      };

  /** Notes it; what stood under that name before. */
  synchronized @Nullable V put(String name, V value) {
    return known.put(name, value);
  }

  synchronized Optional<V> find(String name) {
    return Optional.ofNullable(known.get(name));
  }
}
