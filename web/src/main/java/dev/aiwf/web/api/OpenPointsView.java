package dev.aiwf.web.api;

import dev.aiwf.core.rules.OpenPoints;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Warning;
import java.util.List;

/**
 * What nobody knows or has solved yet.
 *
 * @param asks the ids of what was left open in completed steps
 * @param warnings the ids of what still needs somebody
 * @param conditions what gates were passed under and is still to be met, word for word
 */
record OpenPointsView(List<String> asks, List<String> warnings, List<String> conditions) {

  static final OpenPointsView NONE = new OpenPointsView(List.of(), List.of(), List.of());

  static OpenPointsView of(Situation here) {
    OpenPoints open = OpenPoints.of(here.workflow(), here.sidecar(), here.known());
    return new OpenPointsView(
        open.asks().stream().map(Ask::id).toList(),
        open.warnings().stream().map(Warning::id).toList(),
        open.conditions());
  }
}
