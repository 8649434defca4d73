package dev.aiwf.web.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Words as outlines, of a font that comes along: a machine without a screen may have neither fonts
 * nor the libraries by which Java would find them.
 */
final class Letters {

  private static final String MORE = "…";

  private static final Letters PLAIN = new Letters("LiberationSans-Regular.ttf");
  private static final Letters BOLD = new Letters("LiberationSans-Bold.ttf");

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double em;

  private Letters(String file) {
    try (InputStream in = Letters.class.getResourceAsStream("/liberation/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      glyphs = font.getUnicodeCmapLookup();
      em = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Letters of(boolean bold) {
    return bold ? BOLD : PLAIN;
  }

  /** As much of a text as there is room for. */
  static String fitting(String text, double size, boolean bold, double room) {
    if (of(bold).width(text, size) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && of(bold).width(text.substring(0, end).strip() + MORE, size) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + MORE;
  }

  /** The outlines of a text whose middle stands above a place. */
  static GeneralPath outlines(Mark.Text text) {
    Letters letters = of(text.bold());
    double start = text.foot().x() - letters.width(text.text(), text.size()) / 2;
    return letters.outlines(text.text(), text.size(), start, text.foot().y());
  }

  // A font reads its tables when they are first needed, which is not for several threads at once.
  private synchronized double width(String text, double size) {
    double units = 0;
    for (int glyph : glyphs(text)) {
      units += advance(glyph);
    }
    return units * size / em;
  }

  private synchronized GeneralPath outlines(String text, double size, double x, double y) {
    GeneralPath all = new GeneralPath();
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size / em, -size / em);
    for (int glyph : glyphs(text)) {
      GlyphData data = outline(glyph);
      if (data != null) {
        all.append(data.getPath().getPathIterator(place), false);
      }
      place.translate(advance(glyph), 0);
    }
    return all;
  }

  private int[] glyphs(String text) {
    return text.codePoints().map(glyphs::getGlyphId).toArray();
  }

  private double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable GlyphData outline(int glyph) {
    try {
      return font.getGlyph().getGlyph(glyph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
