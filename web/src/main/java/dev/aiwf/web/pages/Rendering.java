package dev.aiwf.web.pages;

import dev.aiwf.web.access.Who;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes pages of templates. */
final class Rendering {

  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "connect-src 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'");

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Assets assets;
  private final Supplier<String> ids;

  Rendering(Assets assets, Supplier<String> ids) {
    this.assets = assets;
    this.ids = ids;
  }

  Frame frame(String title, Context context, Who.@Nullable Known who) {
    return new Frame(title, context.path(), who, assets, ids);
  }

  void page(Context context, int status, String template, Object model) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template, model, output);
    context
        .status(status)
        .contentType("text/html; charset=utf-8")
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        // Not no-referrer: under that, browsers send the Origin of our own forms as null.
        .header("Referrer-Policy", "same-origin")
        .header("Cache-Control", "no-store")
        .result(output.toByteArray());
  }
}
