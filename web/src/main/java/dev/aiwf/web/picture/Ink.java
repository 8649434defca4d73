package dev.aiwf.web.picture;

/** The colours of a picture that no style sheet reaches: those of the pages by day. */
enum Ink {
  CARD(0xffffff),
  TEXT(0x1a1e21),
  SOFT(0x566069),
  LINE(0xe2e6e8),
  STRONG_LINE(0x848e96),
  ACCENT(0x0b6b5d),
  WARM(0x8a5500),
  WARM_SOFT(0xfdf2da),
  DANGER(0xb02a22);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  int rgb() {
    return rgb;
  }

  String hex() {
    return String.format("#%06x", rgb);
  }
}
