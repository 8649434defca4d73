package dev.aiwf.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found in one place or in all, with what is wrong with it. Reading goes on after
 * something wrong, so that all of it is told at once.
 */
final class Found {

  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);
  // Sets, for a setting that is looked at twice is wrong once.
  private final Set<String> problems;
  private final Set<String> warnings;
  private final Path home;

  Found(Path home) {
    this(home, new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  private Found(Path home, Set<String> problems, Set<String> warnings) {
    this.home = home;
    this.problems = problems;
    this.warnings = warnings;
  }

  /** For another place, telling what is wrong in the same list. */
  Found elsewhere() {
    return new Found(home, problems, warnings);
  }

  /** Takes a value, or the name of the file that holds it; a place that holds both is wrong. */
  void add(Given value) {
    Given other = given.get(value.setting());
    if (other != null) {
      problem(
          "%s and %s are both set; leave one of them out."
              .formatted(other.origin().named(), value.origin().named()));
    } else {
      given.put(value.setting(), value);
    }
  }

  private static boolean isFile(Given value) {
    String name =
        switch (value.origin()) {
          case Origin.Environment(String variable) -> variable;
          case Origin.InFile(Path _, int _, String path) -> path;
          case Origin.InFolder _ -> value.setting().fileKey().orElse("");
        };
    return value.setting().fileKey().filter(name::equals).isPresent()
        || value.setting().filePath().filter(name::equals).isPresent();
  }

  private Given content(Given named) {
    try {
      Path file = Values.path(named.values().getFirst(), home, named.origin().base());
      String secret = SmallFile.read(file).strip();
      if (secret.isEmpty() || secret.contains("\n")) {
        throw new NotRight(file + " should hold the secret in a single line, and nothing else.");
      }
      return new Given(named.setting(), List.of(secret), named.origin());
    } catch (NotRight e) {
      problem(named.origin().named() + ": " + e.sentence());
      return new Given(named.setting(), List.of(), named.origin());
    }
  }

  /** What is set here goes before what is set there. */
  void over(Found there) {
    there.given.forEach(given::putIfAbsent);
  }

  /** Takes secrets out of the files that hold them; to be done once all places are read. */
  void openFiles() {
    given.replaceAll((_, value) -> isFile(value) ? content(value) : value);
  }

  Optional<Given> given(Setting setting) {
    return Optional.ofNullable(given.get(setting));
  }

  /** Says so where one is set that means nothing without the other. */
  void oneWithoutOther(Setting one, Setting other) {
    if (given(other).isEmpty()) {
      given(one)
          .ifPresent(set ->
              problem(
                  "%s is missing, while %s is set.".formatted(other.key(), set.origin().named())));
    }
  }

  void problem(String sentence) {
    problems.add(sentence);
  }

  void warning(String sentence) {
    warnings.add(sentence);
  }

  Path home() {
    return home;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
