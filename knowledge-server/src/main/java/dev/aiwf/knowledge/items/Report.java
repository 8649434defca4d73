package dev.aiwf.knowledge.items;

import java.util.Collection;

/** A file that is being read, and where to say what is wrong with it. */
record Report(String file, Collection<Problem> problems) {

  void problem(int line, Problem.Code code, String sentence) {
    problems.add(new Problem(file, line, code, sentence));
  }
}
