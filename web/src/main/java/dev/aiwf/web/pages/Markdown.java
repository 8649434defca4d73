package dev.aiwf.web.pages;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes HTML of Markdown that anybody may have written. What looks like HTML in it stays text, no
 * link runs anything, and nothing is loaded: a picture is the words that stand for it.
 */
final class Markdown {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(TABLES)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br>")
          .build();
  private static final HtmlRenderer DOCUMENT =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();

  private Markdown() {}

  /** What somebody said: their line breaks stay. */
  static String said(String text) {
    return RENDERER.render(parsed(text));
  }

  /** A document, in which a line break is a space. */
  static String document(String text) {
    return DOCUMENT.render(parsed(text));
  }

  private static Node parsed(String text) {
    Node document = PARSER.parse(text);
    document.accept(new Harmless());
    return document;
  }

  private static final class Harmless extends AbstractVisitor {

    /** An address without one of these schemes would lead to a page of ours. */
    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (Addresses.followable(link.getDestination()).isEmpty()) {
        while (link.getFirstChild() != null) {
          link.insertBefore(link.getFirstChild());
        }
        link.unlink();
      }
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      image.insertBefore(new Text("[" + image.getDestination() + "] "));
      while (image.getFirstChild() != null) {
        image.insertBefore(image.getFirstChild());
      }
      image.unlink();
    }
  }
}
