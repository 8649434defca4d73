package dev.aiwf.artifacts.render;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What is left of a document without its words. */
final class Skeleton {

  private Skeleton() {}

  /** The kinds of nodes, without words and without the breaks between their lines. */
  static String of(Node node) {
    StringBuilder children = new StringBuilder();
    boolean inWords = false;
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      boolean words =
          child instanceof Text
              || child instanceof SoftLineBreak
              || child instanceof HardLineBreak
              || (child instanceof HtmlInline html && html.getLiteral().equals("<br>"));
      if (!words || !inWords) {
        children.append(words ? "words " : of(child));
      }
      inWords = words;
    }
    return node.getClass().getSimpleName() + "(" + children + ") ";
  }
}
