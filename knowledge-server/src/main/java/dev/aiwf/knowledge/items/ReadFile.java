package dev.aiwf.knowledge.items;

import java.util.List;
import java.util.Optional;

/**
 * One file as it was read.
 *
 * @param file the file, as problems name it
 * @param entry what it holds, if nothing is wrong with it by itself
 * @param problems what is wrong with it
 */
record ReadFile(String file, Optional<Entry> entry, List<Problem> problems) {

  ReadFile {
    problems = List.copyOf(problems);
  }
}
