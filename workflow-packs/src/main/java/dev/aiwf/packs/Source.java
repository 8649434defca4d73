package dev.aiwf.packs;

import java.util.Collection;

/** A file that is being read, and where to say what is wrong with it. */
final class Source {

  private final String name;
  private final Collection<Problem> problems;

  Source(String name, Collection<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  String name() {
    return name;
  }

  void problem(int line, String sentence) {
    problems.add(new Problem(name, line, sentence));
  }
}
