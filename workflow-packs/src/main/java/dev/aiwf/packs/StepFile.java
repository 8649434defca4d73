package dev.aiwf.packs;

import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.MenuChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step's file says, with the lines of what must still be held against the rest of the pack.
 *
 * @param source the file itself
 * @param fields where its keys stand
 * @param mentions where asks and figures are named
 */
record StepFile(
    Source source,
    Fields fields,
    Named id,
    int phase,
    String title,
    String opening,
    List<AskReader.Found> asks,
    List<FigureReader.Found> figures,
    List<WarningReader.Found> warnings,
    List<SectionReader.Found> sections,
    List<Consult> consults,
    List<Writing> writes,
    List<MenuChoice> menu,
    @Nullable Named gate,
    @Nullable Skipping skip,
    @Nullable Named agent,
    boolean locked,
    String brief,
    List<Mention> mentions) {

  static Optional<StepFile> read(Source source, FrontMatter file) {
    return TreeReader.read(source, file.yaml())
        .flatMap(tree -> Fields.of(source, tree, "a step", Keys.STEP))
        .map(fields -> read(source, fields, file.body()));
  }

  private static StepFile read(Source source, Fields fields, String body) {
    List<Mention> mentions = new ArrayList<>();
    Named id = Named.of(fields, "id");
    Names.checkId(source, id.line(), id.text());
    fields.required("phase");
    if (body.isEmpty()) {
      source.problem(
          fields.line(), "There is no brief: write below the second --- what the step is about.");
    }
    return new StepFile(
        source,
        fields,
        id,
        fields.count("phase", 0, -1),
        fields.text("title"),
        fields.text("opening"),
        fields.list("asks").stream()
            .flatMap(ask -> AskReader.read(source, ask, mentions).stream())
            .toList(),
        fields.list("figures").stream()
            .flatMap(figure -> FigureReader.read(source, figure, mentions).stream())
            .toList(),
        fields.list("warnings").stream()
            .flatMap(warning -> WarningReader.read(source, warning, mentions).stream())
            .toList(),
        fields.list("sections").stream()
            .flatMap(section -> SectionReader.read(source, section).stream())
            .toList(),
        Consults.read(source, fields, mentions),
        Writing.onCompletion(source, fields, mentions),
        Menu.read(source, fields),
        Named.ifGiven(fields, "gate"),
        Skipping.read(source, fields, mentions),
        Named.ifGiven(fields, "agent"),
        fields.flag("locked", false),
        body,
        mentions);
  }
}
