package dev.aiwf.knowledge.items;

import java.util.List;

/** A library that lacks something, to find out what that is worth. */
public final class Altered {

  private Altered() {}

  /** As if no words meant the same. */
  public static Library withoutSynonyms(Library library) {
    return new Library(
        new Vocabulary(library.vocabulary().topics(), List.of()),
        library.items(),
        library.sources());
  }

  /** As if no item said what else it is called. */
  public static Library withoutAlso(Library library) {
    return new Library(
        library.vocabulary(),
        library.items().stream().map(Altered::withoutAlso).toList(),
        library.sources());
  }

  private static Item withoutAlso(Item item) {
    About about = item.about();
    About bare =
        new About(
            about.id(), about.topics(), List.of(), about.source(), about.further(), about.team());
    return switch (item) {
      case Decision it ->
          new Decision(
              bare, it.question(), it.options(), it.considerations(), it.recommendedApproach());
      case Pattern it ->
          new Pattern(
              bare,
              it.name(),
              it.problem(),
              it.solution(),
              it.codeExample(),
              it.context(),
              it.tradeOffs());
      case Warning it ->
          new Warning(
              bare,
              it.title(),
              it.description(),
              it.symptoms(),
              it.consequences(),
              it.prevention());
      case Methodology it ->
          new Methodology(bare, it.name(), it.steps(), it.prerequisites(), it.outputs());
    };
  }
}
