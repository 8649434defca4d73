package dev.aiwf.core.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unmodifiable collections that keep their order, which {@link Map#copyOf} does not: what is
 * rendered from them must be the same bytes every time.
 */
final class Ordered {

  private Ordered() {}

  static <K, V> Map<K, V> copy(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return Collections.unmodifiableMap(more);
  }

  static <K, V> Map<K, V> without(Map<K, V> map, K key) {
    Map<K, V> fewer = new LinkedHashMap<>(map);
    fewer.remove(key);
    return Collections.unmodifiableMap(fewer);
  }

  static <K, V> Map<K, V> without(Map<K, V> map, Collection<K> keys) {
    Map<K, V> fewer = new LinkedHashMap<>(map);
    fewer.keySet().removeAll(keys);
    return Collections.unmodifiableMap(fewer);
  }

  static <T> List<T> with(List<T> list, T last) {
    List<T> more = new ArrayList<>(list);
    more.add(last);
    return List.copyOf(more);
  }

  static <T> List<T> withOnce(List<T> list, T item) {
    return list.contains(item) ? list : with(list, item);
  }

  /** A record of named fields, some of which may be empty. */
  static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return Collections.unmodifiableMap(fields);
  }
}
