package dev.aiwf.architect;

import java.net.URI;
import java.util.Optional;

/**
 * Which models the architect speaks with.
 *
 * @param first the one that is asked
 * @param second the one that is asked where the first gives no answer
 * @param patience how long they are waited for
 */
public record ArchitectSettings(Model first, Optional<Model> second, Patience patience) {

  /**
   * A model, and how it is reached.
   *
   * @param name what its provider calls it
   * @param address where it is asked, if not where its provider usually is
   * @param key what it wants to be shown
   * @param price what it costs, if that is known
   */
  public record Model(
      Provider provider,
      String name,
      Optional<URI> address,
      Optional<String> key,
      Optional<Price> price) {

    /** Settings may be printed; a key is not. */
    @Override
    public String toString() {
      return "Model[" + provider + ", " + name + "]";
    }
  }
}
