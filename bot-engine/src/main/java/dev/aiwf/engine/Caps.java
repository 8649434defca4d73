package dev.aiwf.engine;

/**
 * The most tokens that talking with a model may take.
 *
 * @param turn for one turn of talk
 * @param project for one project, ever
 * @param person for one person in a day
 * @param day for everybody in a day
 */
public record Caps(long turn, long project, long person, long day) {

  /** What is allowed where nothing else was set. */
  public static final Caps USUAL = new Caps(60_000, 3_000_000, 1_000_000, 5_000_000);
}
