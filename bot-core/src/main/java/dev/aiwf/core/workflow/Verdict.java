package dev.aiwf.core.workflow;

import java.util.Locale;

/** What an approver signs at a gate. */
public enum Verdict {
  GO("GO"),
  CONDITIONAL("CONDITIONAL"),
  NO_GO("NO-GO");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** How it is written in packs and in the API. */
  public String key() {
    return label.toLowerCase(Locale.ROOT);
  }

  /** How people write it. */
  public String label() {
    return label;
  }

  /** Whether the way leads on. */
  public boolean leadsOn() {
    return this != NO_GO;
  }
}
