package dev.aiwf.packs;

import dev.aiwf.core.workflow.Vocabulary;
import dev.aiwf.core.workflow.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the templates that steps write by. A template that several steps use is checked once. */
final class WriteReader {

  private record Template(String text, Set<String> asks) {}

  private final PackFolder folder;
  private final Vocabulary vocabulary;
  private final Collection<Problem> problems;
  private final Map<String, Optional<Template>> templates = new HashMap<>();

  WriteReader(PackFolder folder, Vocabulary vocabulary, Collection<Problem> problems) {
    this.folder = folder;
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  List<Write> read(Source step, List<Writing> writings) {
    List<Write> writes = new ArrayList<>();
    Set<String> targets = new HashSet<>();
    for (Writing writing : writings) {
      Named to = writing.to();
      checkTarget(step, to);
      if (!to.text().isEmpty() && !targets.add(to.text())) {
        step.problem(to.line(), "This step writes \"%s\" twice.".formatted(to.text()));
      }
      template(step, writing.template())
          .ifPresent(t ->
              writes.add(
                  new Write(
                      writing.template().text(),
                      to.text(),
                      t.text(),
                      writing.blank() ? Set.of() : t.asks(),
                      writing.from(),
                      writing.when(),
                      writing.blank(),
                      writing.lines())));
      checkKind(step, writing);
    }
    return writes;
  }

  private static void checkKind(Source source, Writing writing) {
    boolean yaml = writing.to().text().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
    if (writing.blank() && !yaml) {
      source.problem(
          writing.to().line(), "Only YAML is written with its placeholders, as \"blank\" asks.");
    }
    if (writing.lines() != null && yaml) {
      source.problem(
          writing.to().line(), "\"lines\" bounds Markdown; YAML is as long as what it holds.");
    }
  }

  private static void checkTarget(Source source, Named to) {
    String path = to.text();
    if (path.isEmpty()) {
      return;
    }
    if (!Names.staysInside(path)) {
      source.problem(
          to.line(),
          "\"%s\" is no path inside the project's folder: names and slashes, nothing hidden, no .."
              .formatted(path));
    } else if (path.equalsIgnoreCase("sidecar.yaml")) {
      source.problem(to.line(), "sidecar.yaml is written without a template.");
    } else if (!path.toLowerCase(Locale.ROOT).matches(".*\\.(md|yaml|yml)")) {
      source.problem(
          to.line(), "\"%s\" is neither Markdown (.md) nor YAML (.yaml).".formatted(path));
    }
  }

  private Optional<Template> template(Source step, Named name) {
    if (name.text().isEmpty()) {
      return Optional.empty();
    }
    if (!Names.staysInside(name.text())) {
      step.problem(
          name.line(),
          "\"%s\" is no path inside the pack's templates: names and slashes, nothing hidden, no .."
              .formatted(name.text()));
      return Optional.empty();
    }
    if (!folder.templates().resolve(name.text()).toFile().isFile()) {
      step.problem(name.line(), "There is no file %s.".formatted(folder.template(name.text())));
      return Optional.empty();
    }
    return templates.computeIfAbsent(name.text(), this::read);
  }

  private Optional<Template> read(String name) {
    Source source = new Source(folder.template(name), problems);
    return TextFile.read(source, folder.templates().resolve(name))
        .map(text -> new Template(text, TemplateCheck.asksIn(source, vocabulary, text)));
  }
}
