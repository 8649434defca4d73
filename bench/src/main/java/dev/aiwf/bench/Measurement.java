package dev.aiwf.bench;

/** One thing that is measured, and told as tables. */
interface Measurement {

  /** What it is called on the command line. */
  String name();

  /** What it finds out. */
  String asks();

  void run(Bench bench) throws Exception;
}
