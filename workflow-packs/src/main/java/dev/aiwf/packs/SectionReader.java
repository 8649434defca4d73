package dev.aiwf.packs;

import dev.aiwf.core.workflow.Section;
import java.util.Optional;

/** Reads which parts of a step's files may hold prose. */
final class SectionReader {

  private SectionReader() {}

  /**
   * A section where it was found.
   *
   * @param line where its id stands
   */
  record Found(int line, Section section) {}

  static Optional<Found> read(Source source, Tree tree) {
    return Fields.of(source, tree, "a section", Keys.SECTION)
        .map(fields -> {
          Named id = Named.of(fields, "id");
          Names.checkName(source, id, "section");
          return new Found(
              id.line(), new Section(id.text(), fields.text("title"), fields.text("what")));
        });
  }
}
