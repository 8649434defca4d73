package dev.aiwf.testkit.discord;

/** Discord's numbers for kinds of components. */
final class Kinds {

  static final int ROW = 1;
  static final int BUTTON = 2;
  static final int SELECT = 3;
  static final int INPUT = 4;
  static final int SECTION = 9;
  static final int TEXT = 10;
  static final int GALLERY = 12;
  static final int FILE = 13;
  static final int SEPARATOR = 14;
  static final int CONTAINER = 17;
  static final int LABEL = 18;

  private Kinds() {}
}
