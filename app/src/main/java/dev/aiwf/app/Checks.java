package dev.aiwf.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what was found into what it means, telling what is wrong with it by name and place. */
final class Checks {

  /** Reads one value, or says what would be right. */
  @FunctionalInterface
  interface Meaning<T> {
    T of(String value) throws NotRight;
  }

  /** Reads one value that may lie relative to where it stands. */
  @FunctionalInterface
  interface MeaningThere<T> {
    T of(String value, Origin origin) throws NotRight;
  }

  private final Found found;

  Checks(Found found) {
    this.found = found;
  }

  <T> T one(Setting setting, T otherwise, Meaning<T> meaning) {
    return one(setting, meaning).orElse(otherwise);
  }

  <T> T one(Setting setting, T otherwise, MeaningThere<T> meaning) {
    return each(setting, List.of(otherwise), meaning).getFirst();
  }

  <T> Optional<T> one(Setting setting, Meaning<T> meaning) {
    return each(setting, List.of(), (value, _) -> meaning.of(value)).stream().findFirst();
  }

  /** What is wrong is told and left out: the settings as a whole are then refused. */
  <T> List<T> each(Setting setting, List<T> otherwise, MeaningThere<T> meaning) {
    Given given = found.given(setting).orElse(null);
    if (given == null) {
      return otherwise;
    }
    List<T> all = new ArrayList<>();
    for (String value : given.values()) {
      try {
        all.add(meaning.of(value, given.origin()));
      } catch (NotRight e) {
        found.problem(given.origin().named() + ": " + e.sentence());
      }
    }
    return all.isEmpty() ? otherwise : List.copyOf(all);
  }

  Path path(String value, Origin origin) throws NotRight {
    return Values.path(value, found.home(), origin.base());
  }

  Path data() {
    return one(Setting.DATA, found.home().resolve(".aiwf"), this::path);
  }
}
