package dev.aiwf.packs;

import org.jspecify.annotations.Nullable;

/** A word and the line on which it stands. */
record Named(int line, String text) {

  static Named of(Fields fields, String key) {
    return new Named(fields.line(key), fields.text(key));
  }

  static @Nullable Named ifGiven(Fields fields, String key) {
    return fields.has(key) ? of(fields, key) : null;
  }
}
