package dev.aiwf.knowledge.items;

import java.util.List;

/** One thing that the knowledge base says. */
public sealed interface Item permits Decision, Pattern, Warning, Methodology {

  /** What every item says of itself. */
  About about();

  /** Which sort it is. */
  Kind kind();

  /** Its first line. */
  String title();

  /** All that it says below its first line, in reading order. */
  List<String> text();

  /** Its id. */
  default String id() {
    return about().id();
  }
}
