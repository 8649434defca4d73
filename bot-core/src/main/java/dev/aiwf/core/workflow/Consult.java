package dev.aiwf.core.workflow;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A query that a step makes of the knowledge base.
 *
 * @param tool which of its tools
 * @param topic what about
 * @param when what must hold of the answers for it to be worth asking; none if it always is
 */
public record Consult(String tool, String topic, @Nullable Condition when) {

  /** A query that is always worth asking. */
  public Consult(String tool, String topic) {
    this(tool, topic, null);
  }

  /** How a decision refers to it, like {@code get_decisions:rag-vs-fine-tuning}. */
  public String reference() {
    return tool + ":" + topic.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
