package dev.aiwf.core.workflow;

import java.util.Locale;

/**
 * A query that a step makes of the knowledge base.
 *
 * @param tool which of its tools
 * @param topic what about
 */
public record Consult(String tool, String topic) {

  /** How a decision refers to it, like {@code get_decisions:rag-vs-fine-tuning}. */
  public String reference() {
    return tool + ":" + topic.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
