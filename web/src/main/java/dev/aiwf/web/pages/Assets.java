package dev.aiwf.web.pages;

import dev.aiwf.web.access.Problem;
import dev.aiwf.web.sending.Digest;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Styles and scripts. Their addresses change with them, so a browser may keep them for good. */
public final class Assets {

  private static final Map<String, String> TYPES =
      Map.of(
          "aiwf.css", "text/css; charset=utf-8",
          "live.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private static final int ENOUGH = 12;

  private final Map<String, byte[]> files;

  Assets() {
    files =
        Map.of(
            "aiwf.css", read("aiwf.css"),
            "live.js", read("live.js"),
            "icon.svg", read("icon.svg"));
  }

  /** The address of a file. */
  public String at(String file) {
    return "/assets/" + file + "?" + Digest.of(bytes(file)).substring(0, ENOUGH);
  }

  void serve(Context context) {
    String file = context.pathParam("file");
    context
        .contentType(TYPES.getOrDefault(file, "text/plain"))
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("X-Content-Type-Options", "nosniff")
        .result(bytes(file));
  }

  private byte[] bytes(String file) {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw Problem.notFound("There is nothing at this address.");
    }
    return bytes;
  }

  private static byte[] read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
