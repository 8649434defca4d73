package dev.aiwf.web.export;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** Makes the pages of templates, which escape what they are given. */
final class Papers {

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  byte[] index(IndexView view) {
    return page("export-index.jte", view);
  }

  byte[] paper(Paper paper) {
    return page("export-paper.jte", paper);
  }

  private byte[] page(String template, Object model) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template, model, output);
    return output.toByteArray();
  }
}
