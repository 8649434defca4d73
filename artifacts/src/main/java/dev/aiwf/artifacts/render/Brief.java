package dev.aiwf.artifacts.render;

import dev.aiwf.core.rules.Clean;
import java.math.BigDecimal;

/** Markdown in which nobody's words take more than one line. */
record Brief(Markdown markdown) implements Script {

  private static final int MOST = 240;

  @Override
  public String words(String text) {
    return markdown.words(Clean.shortened(Clean.line(text), MOST));
  }

  @Override
  public String open() {
    return markdown.open();
  }

  @Override
  public String notAsked() {
    return markdown.notAsked();
  }

  @Override
  public String number(BigDecimal number) {
    return markdown.number(number);
  }

  @Override
  public String blank(String name, String fits) {
    return markdown.blank(name, fits);
  }

  @Override
  public String finished(String text) {
    return markdown.finished(text);
  }
}
