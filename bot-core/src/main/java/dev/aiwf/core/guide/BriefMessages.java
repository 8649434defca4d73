package dev.aiwf.core.guide;

import dev.aiwf.core.rules.Words;
import java.util.List;

/** What there is to say about a brief that comes out of the repository. */
final class BriefMessages {

  private BriefMessages() {}

  /** The texts by name, short enough for a button. */
  static String named(List<String> paths) {
    String first = paths.getFirst().substring(paths.getFirst().lastIndexOf('/') + 1);
    return paths.size() == 1
        ? first
        : "%s and %s".formatted(first, Words.count(paths.size() - 1, "more text"));
  }
}
