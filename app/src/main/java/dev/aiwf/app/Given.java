package dev.aiwf.app;

import java.util.Arrays;
import java.util.List;

/**
 * A setting that somebody set, not yet checked.
 *
 * @param values none if it stands where it can't be read from, which then has been told
 */
record Given(Setting setting, List<String> values, Origin origin) {

  /** As it stands in a variable, or as a single value in the file. */
  static Given of(Setting setting, String text, Origin origin) {
    return new Given(
        setting,
        switch (setting.kind()) {
          case WHERE, ONE, SECRET -> List.of(text.strip());
          case SEVERAL ->
              Arrays.stream(text.split(",", -1))
                  .map(String::strip)
                  .filter(value -> !value.isEmpty())
                  .toList();
        },
        origin);
  }

  /** Values may be secrets. */
  @Override
  public String toString() {
    return origin.named();
  }
}
