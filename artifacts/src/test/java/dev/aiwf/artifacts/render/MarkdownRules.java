package dev.aiwf.artifacts.render;

import dev.aiwf.core.port.Repositories.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** What a linter asks of Markdown, as far as it decides how a document is read. */
final class MarkdownRules {

  static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private final File file;
  private final Map<String, List<String>> anchors;
  private final Node document;
  private final List<String> lines;
  private final List<String> broken = new ArrayList<>();

  private MarkdownRules(File file, Map<String, List<String>> anchors) {
    this.file = file;
    this.anchors = anchors;
    this.document = PARSER.parse(file.text());
    this.lines = file.text().lines().toList();
  }

  /** The rules that these files break, each with its place. */
  static List<String> broken(List<File> files) {
    Map<String, List<String>> anchors =
        files.stream()
            .collect(
                Collectors.toMap(
                    File::path, file -> file.path().endsWith(".md") ? anchors(file) : List.of()));
    return files.stream()
        .filter(file -> file.path().endsWith(".md"))
        .flatMap(file -> broken(file, anchors).stream())
        .toList();
  }

  private static List<String> broken(File file, Map<String, List<String>> anchors) {
    MarkdownRules rules = new MarkdownRules(file, anchors);
    rules.text();
    rules.headings();
    rules.blocks();
    rules.links();
    return rules.broken;
  }

  private void text() {
    if (!file.text().endsWith("\n") || file.text().endsWith("\n\n")) {
      broken("it ends in one line break");
    }
    if (file.text().contains("\n\n\n")) {
      broken("one blank line is enough");
    }
    lines.stream()
        .filter(line -> !line.equals(line.stripTrailing()))
        .forEach(line -> broken("no spaces at a line's end: " + line));
  }

  private void headings() {
    int before = 0;
    int titles = 0;
    for (Heading heading : headings(document)) {
      if (heading.getLevel() > before + 1) {
        broken("headings go down one level at a time: " + words(heading));
      }
      before = heading.getLevel();
      titles += before == 1 ? 1 : 0;
    }
    if (titles != 1 || !(document.getFirstChild() instanceof Heading)) {
      broken("it begins with its one title");
    }
  }

  private void blocks() {
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof Heading
          || block instanceof ListBlock
          || block instanceof TableBlock
          || block instanceof FencedCodeBlock) {
        int first = block.getSourceSpans().getFirst().getLineIndex();
        int last = block.getSourceSpans().getLast().getLineIndex();
        if (!blank(first - 1) || !blank(last + 1)) {
          broken("a blank line stands around this: " + lines.get(first));
        }
      }
    }
  }

  private boolean blank(int line) {
    return line < 0 || line >= lines.size() || lines.get(line).isBlank();
  }

  private void links() {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            if (!leads(link.getDestination())) {
              broken("this leads nowhere: " + link.getDestination());
            }
          }
        });
  }

  private boolean leads(String to) {
    if (to.startsWith(Runs.HANDBOOK)) {
      return true;
    }
    String[] parts = to.split("#", 2);
    String path = parts[0].isEmpty() ? file.path() : resolved(parts[0]);
    List<String> there = anchors.get(path);
    return there != null && (parts.length == 1 || there.contains(parts[1]));
  }

  private String resolved(String link) {
    return Path.of(file.path()).resolveSibling(link).normalize().toString().replace('\\', '/');
  }

  /** The names by which headings are reached, as GitHub makes them. */
  static List<String> anchors(File file) {
    return headings(PARSER.parse(file.text())).stream()
        .map(MarkdownRules::words)
        .map(heading ->
            heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  static List<Heading> headings(Node document) {
    List<Heading> headings = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            headings.add(heading);
          }
        });
    return headings;
  }

  static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString();
  }

  private void broken(String what) {
    broken.add(file.path() + ": " + what);
  }
}
