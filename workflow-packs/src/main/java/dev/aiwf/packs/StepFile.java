package dev.aiwf.packs;

import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a step's file says, with the lines of what must still be held against the rest of the pack.
 *
 * @param source the file itself
 * @param id the step's id, and where it stands
 * @param phase the phase's number, and where it stands
 * @param gate the gate's id and where it stands, if there is one
 * @param mentions where other asks are named
 */
record StepFile(
    Source source,
    Named id,
    int phase,
    int phaseLine,
    String title,
    String opening,
    List<AskReader.Found> asks,
    List<Writing> writes,
    List<MenuChoice> menu,
    int menuLine,
    @Nullable Named gate,
    Step.@Nullable Skip skip,
    String brief,
    List<Mention> mentions) {

  record Named(int line, String text) {}

  /** A file that the step brings up to date: by which template, to where. */
  record Writing(Named template, Named to) {}

  static Optional<StepFile> read(Source source, FrontMatter file) {
    return TreeReader.read(source, file.yaml())
        .flatMap(tree -> Fields.of(source, tree, "a step", Keys.STEP))
        .map(fields -> read(source, fields, file.body()));
  }

  private static StepFile read(Source source, Fields fields, String body) {
    List<Mention> mentions = new ArrayList<>();
    Named id = new Named(fields.line("id"), fields.text("id"));
    Names.checkId(source, id.line(), id.text());
    fields.required("phase");
    if (body.isEmpty()) {
      source.problem(
          fields.line(), "There is no brief: write below the second --- what the step is about.");
    }
    return new StepFile(
        source,
        id,
        fields.count("phase", 0, -1),
        fields.line("phase"),
        fields.text("title"),
        fields.text("opening"),
        fields.list("asks").stream()
            .flatMap(ask -> AskReader.read(source, ask, mentions).stream())
            .toList(),
        fields.list("writes").stream().flatMap(write -> write(source, write).stream()).toList(),
        menu(source, fields),
        fields.line("menu"),
        fields.has("gate") ? new Named(fields.line("gate"), fields.text("gate")) : null,
        skip(source, fields, mentions),
        body,
        mentions);
  }

  private static Optional<Writing> write(Source source, Tree tree) {
    return Fields.of(source, tree, "a write", Keys.WRITE)
        .map(fields ->
            new Writing(
                new Named(fields.line("template"), fields.text("template")),
                new Named(fields.line("to"), fields.text("to"))));
  }

  private static List<MenuChoice> menu(Source source, Fields fields) {
    List<MenuChoice> menu = new ArrayList<>();
    boolean known = true;
    if (fields.required("menu").isEmpty()) {
      return menu;
    }
    for (Tree.Scalar word : fields.words("menu")) {
      Optional<MenuChoice> choice =
          Arrays.stream(MenuChoice.values())
              .filter(one -> one.key().equals(word.text()))
              .findFirst();
      if (choice.isEmpty()) {
        known = false;
        source.problem(
            word.line(),
            "No menu offers \"%s\"; it can offer: %s."
                .formatted(
                    word.text(),
                    Arrays.stream(MenuChoice.values())
                        .map(MenuChoice::key)
                        .collect(Collectors.joining(", "))));
      } else if (menu.contains(choice.get())) {
        source.problem(word.line(), "\"%s\" is on this menu already.".formatted(word.text()));
      } else {
        menu.add(choice.get());
      }
    }
    if (known && !menu.contains(MenuChoice.CONTINUE) && !menu.contains(MenuChoice.EXIT)) {
      source.problem(fields.line("menu"), "Nothing on this menu leads on: add continue or exit.");
    }
    return menu;
  }

  private static Step.@Nullable Skip skip(Source source, Fields fields, List<Mention> mentions) {
    if (!fields.has("skip_when")) {
      if (fields.has("skip_reason")) {
        source.problem(
            fields.line("skip_reason"), "\"skip_reason\" is given without \"skip_when\".");
      }
      return null;
    }
    ConditionReader conditions = new ConditionReader(source, Mention.Reach.BEFORE, mentions);
    String reason = fields.text("skip_reason");
    return fields
        .tree("skip_when")
        .map(tree -> new Step.Skip(conditions.read(tree), reason))
        .orElse(null);
  }
}
