package dev.aiwf.core.scenario;

import dev.aiwf.core.port.Architect;

/** An architect that answers with what was recorded, and with nothing else. */
public interface Reciting extends Architect {

  /** How often its model was asked. */
  int asked();
}
