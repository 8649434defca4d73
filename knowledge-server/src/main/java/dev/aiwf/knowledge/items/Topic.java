package dev.aiwf.knowledge.items;

import java.util.List;

/**
 * Something that items stand under.
 *
 * @param id its id
 * @param called what people call it, or a part of it
 */
public record Topic(String id, List<String> called) {

  public Topic {
    called = List.copyOf(called);
  }
}
