package dev.aiwf.app;

/**
 * How it logs.
 *
 * @param level of its own loggers; libraries log warnings and errors
 */
record Logging(Form form, Threshold level) {

  /** What holds until the settings are read, and where nothing is set. */
  static final Logging USUAL = new Logging(Form.TEXT, Threshold.INFO);

  /** How a line looks. */
  enum Form {
    TEXT,
    JSON
  }

  /** The least that is logged. */
  enum Threshold {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }
}
