package dev.aiwf.web;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Operations;
import dev.aiwf.core.port.Projects;
import dev.aiwf.web.access.Tokens;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the server stands on.
 *
 * @param inbox where commands go
 * @param projects what can be looked at
 * @param artifacts what was committed for them
 * @param operations what an operator can look at and do
 * @param forgetting has people and projects forgotten
 * @param tokens who may come from elsewhere
 * @param ids gives an id that nothing else has, each time it is asked
 * @param readiness whether commands can be taken
 * @param metrics figures in Prometheus's text format
 * @param restart has the program end and begin again, soon
 * @param servlets what else is reached on this port, by exact path; each checks for itself who its
 *     requests come from
 */
public record WebParts(
    Inbox inbox,
    Projects projects,
    Artifacts artifacts,
    Operations operations,
    Forgetting forgetting,
    Tokens tokens,
    Supplier<String> ids,
    Supplier<Readiness> readiness,
    Supplier<String> metrics,
    Runnable restart,
    Map<String, HttpServlet> servlets) {

  public WebParts {
    servlets = Map.copyOf(servlets);
  }
}
