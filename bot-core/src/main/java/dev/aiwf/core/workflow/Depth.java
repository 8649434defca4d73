package dev.aiwf.core.workflow;

import java.util.Locale;

/** How far a project goes into things. */
public enum Depth {
  QUICK,
  STANDARD,
  THOROUGH;

  /** How it is written in packs, messages and the API. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
