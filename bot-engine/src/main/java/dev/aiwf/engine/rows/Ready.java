package dev.aiwf.engine.rows;

import java.util.IdentityHashMap;
import java.util.stream.Stream;

/**
 * Records that were said in JSON before the writer was asked: many can do that side by side, while
 * the writer writes for everybody.
 */
public final class Ready {

  /** Nothing was said beforehand. */
  public static final Ready NOTHING = new Ready(new IdentityHashMap<>());

  private final IdentityHashMap<Object, String> said;

  private Ready(IdentityHashMap<Object, String> said) {
    this.said = said;
  }

  public static Ready of(Stream<?> records) {
    IdentityHashMap<Object, String> said = new IdentityHashMap<>();
    records.forEach(record -> said.put(record, Records.write(record)));
    return new Ready(said);
  }

  String json(Object record) {
    String json = said.get(record);
    return json == null ? Records.write(record) : json;
  }
}
