package dev.aiwf.web.pages;

import dev.aiwf.web.sending.Digest;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in a form that was sent.
 *
 * @param fields by name
 */
public record Typed(Map<String, List<String>> fields) {

  static final String REQUEST = "_request";

  static final Typed NOTHING = new Typed(Map.of());

  static Typed of(Context context) {
    return new Typed(context.formParamMap());
  }

  /** A field's value; empty if there is none. */
  public String of(String field) {
    List<String> values = all(field);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** A field's value, or this one where nothing was sent. */
  public String of(String field, String otherwise) {
    return fields.containsKey(field) ? of(field) : otherwise;
  }

  List<String> all(String field) {
    return fields.getOrDefault(field, List.of());
  }

  /** Every field's value. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    fields.keySet().forEach(field -> values.put(field, of(field)));
    return values;
  }

  /** Names this very form, wherever and however often it is sent. */
  String request() {
    return of(REQUEST);
  }

  /** The same for whoever sends the same again. */
  String digest() {
    Map<String, List<String>> sorted = new TreeMap<>(fields);
    sorted.remove(REQUEST);
    return Digest.of(sorted.toString());
  }
}
