package dev.aiwf.core.project;

import java.util.Locale;

/** Where a project is as a whole. */
public enum Status {
  /** Its repository is being read. */
  OPENING,
  /** Under way. */
  IN_PROGRESS,
  /** Something outside must be put right before it can go on. */
  BLOCKED,
  /** At its end. */
  COMPLETE,
  /** Stopped by its owner. */
  STOPPED;

  /** How it is written in the sidecar and in the API. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
