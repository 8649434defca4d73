package dev.aiwf.web.pages;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.web.access.Problem;

/** Looks into a repository for a page, and says so where that can't be done. */
final class Reading {

  private Reading() {}

  /** A look into a repository. */
  @FunctionalInterface
  interface Look<T> {
    T into() throws NotNow, NotEver;
  }

  static <T> T from(Look<T> look) {
    try {
      return look.into();
    } catch (NotNow | NotEver e) {
      throw Problem.of(Problem.Code.REFUSED, String.valueOf(e.getMessage()));
    }
  }
}
