package dev.aiwf.packs;

/**
 * A mistake.
 *
 * @param file the file that is spoilt
 * @param from what stood there
 * @param to what stands there instead
 * @param where the file in which the problem is
 * @param mark what stands on its line
 * @param sentence what it says
 */
record Mistake(String file, String from, String to, String where, String mark, String sentence) {

  /** A mistake that shows where it is made. */
  static Mistake in(String file, String from, String to, String mark, String sentence) {
    return new Mistake(file, from, to, file, mark, sentence);
  }

  /** A mistake that shows in another file. */
  static Mistake in(
      String file, String from, String to, String where, String mark, String sentence) {
    return new Mistake(file, from, to, where, mark, sentence);
  }

  @Override
  public String toString() {
    return sentence;
  }
}
