package dev.aiwf.app;

import dev.aiwf.architect.LangchainArchitect;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The models that are set, ready to be spoken with. */
final class Models {

  private Models() {}

  /**
   * Nobody where none is set; to be closed by whoever asks.
   *
   * @param random makes what must not be guessed, and may be used by several threads at once
   */
  static Optional<LangchainArchitect> of(
      Settings settings, InstantSource clock, RandomGenerator random) {
    return settings.architect().map(set -> LangchainArchitect.connect(set, clock, random));
  }
}
