package dev.aiwf.packs;

import dev.aiwf.core.workflow.Method;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code methods.yaml} says.
 *
 * @param methods the methods in it
 * @param mentions where decisions are named
 */
record MethodsFile(List<Method> methods, List<Mention> mentions) {

  static final String NAME = "methods.yaml";

  /** A pack without the file has no methods. */
  static MethodsFile read(PackFolder folder, Collection<Problem> problems) {
    Path path = folder.prompts().resolve(NAME);
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return new MethodsFile(List.of(), List.of());
    }
    Source source = new Source(folder.prompt(NAME), problems);
    List<Method> methods = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Tree tree :
        TextFile.read(source, path)
            .flatMap(text -> TreeReader.read(source, text))
            .map(tree -> items(source, tree))
            .orElse(List.of())) {
      method(source, tree, seen, mentions).ifPresent(methods::add);
    }
    return new MethodsFile(methods, mentions);
  }

  private static List<Tree> items(Source source, Tree tree) {
    if (tree instanceof Tree.Sequence(_, var items)) {
      return items;
    }
    source.problem(
        tree.line(), "Here stands %s where a list of methods belongs.".formatted(tree.kind()));
    return List.of();
  }

  private static Optional<Method> method(
      Source source, Tree tree, Set<String> seen, List<Mention> mentions) {
    return Fields.of(source, tree, "a method", Keys.METHOD)
        .map(fields -> {
          Named id = Named.of(fields, "id");
          Names.checkId(source, id.line(), id.text());
          if (!id.text().isEmpty() && !seen.add(id.text())) {
            source.problem(id.line(), "There is a method \"%s\" already.".formatted(id.text()));
          }
          List<Tree.Scalar> questions = fields.words("questions");
          if (fields.required("questions").isPresent() && questions.isEmpty()) {
            source.problem(fields.line("questions"), "A method needs a question.");
          }
          List<Tree.Scalar> fits = fields.words("fits");
          for (Tree.Scalar decision : fits) {
            mentions.add(
                new Mention(
                    source,
                    decision.line(),
                    decision.text(),
                    new Mention.Reach.UpToStep(),
                    new Mention.Test.Decided()));
          }
          return new Method(
              id.text(),
              fields.text("title"),
              fields.text("what"),
              questions.stream().map(Tree.Scalar::text).toList(),
              fits.stream().map(Tree.Scalar::text).collect(Collectors.toSet()));
        });
  }
}
