package dev.aiwf.web.export;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A Markdown file as a page. What looks like HTML in it stays text, and no link runs anything.
 *
 * @param path the file
 * @param name the page's entry
 * @param back where the index is from there
 * @param html what is in the file
 */
public record Paper(String path, String name, String back, String html) {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();

  /** The page of a file, if it is Markdown. */
  static Optional<Paper> of(String path, byte[] bytes) {
    if (!path.endsWith(".md")) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Node document = PARSER.parse(text);
      document.accept(new Moved(path));
      return Optional.of(
          new Paper(
              path,
              "pages/" + path + ".html",
              "../".repeat(path.split("/").length) + Export.INDEX,
              RENDERER.render(document)));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static final class Moved extends AbstractVisitor {
    private final String path;

    Moved(String path) {
      this.path = path;
    }

    @Override
    public void visit(Link link) {
      link.setDestination(Links.within(path, link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(Links.within(path, image.getDestination()));
      visitChildren(image);
    }
  }
}
