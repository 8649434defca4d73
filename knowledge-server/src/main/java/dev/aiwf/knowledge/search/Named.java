package dev.aiwf.knowledge.search;

import java.util.List;

/**
 * One thing that a question names.
 *
 * @param words how it says so: one word, or those of a synonym
 * @param shared what stands for all that means the same, where something does
 */
record Named(List<String> words, List<String> shared) {

  Named {
    words = List.copyOf(words);
    shared = List.copyOf(shared);
  }
}
