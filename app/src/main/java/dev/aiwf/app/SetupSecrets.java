package dev.aiwf.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a set-up was given where only its owner can read it.
 *
 * @param found what is set already
 * @param data the data folder
 */
record SetupSecrets(Found found, Path data) {

  /** What a setting is to hold from now on; nothing if what it held is to go. */
  record Secret(Setting setting, Optional<String> value) {}

  /** What was typed, if it can be what was asked for. */
  static String right(String typed, Checks.Meaning<String> meaning) {
    if (typed.isEmpty()) {
      throw new Failures.Trouble(
          "There was none. Nothing was stored; begin again when you have it.");
    }
    try {
      return meaning.of(typed);
    } catch (NotRight e) {
      throw new Failures.Trouble(e.sentence() + " Nothing was stored.");
    }
  }

  /** Stores them all, and tells which of them something else goes before. */
  void store(List<Secret> secrets, PrintWriter out) {
    SecretFiles files = SecretFiles.in(data);
    try {
      for (Secret secret : secrets) {
        store(files, secret);
      }
    } catch (IOException e) {
      throw new Failures.Trouble(
          "What you gave can't be stored in %s: %s".formatted(files.folder(), e.getMessage()));
    }
    out.println("Stored in " + files.folder() + ", for its owner only.");
    for (Secret secret : secrets) {
      found
          .given(secret.setting())
          .filter(given -> !(given.origin() instanceof Origin.InFolder))
          .ifPresent(given ->
              out.println(
                  "%s is set as well, and goes before what was stored. Take it out."
                      .formatted(given.origin().named())));
    }
  }

  /** What was stored for another way of connecting goes, so that there is one. */
  private static void store(SecretFiles files, Secret secret) throws IOException {
    if (secret.value().isPresent()) {
      var _ = files.store(secret.setting(), secret.value().get());
    } else {
      files.remove(secret.setting());
    }
  }
}
