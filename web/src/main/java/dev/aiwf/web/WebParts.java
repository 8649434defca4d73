package dev.aiwf.web;

import dev.aiwf.core.port.Inbox;
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
 * @param tokens who may come from elsewhere
 * @param ids gives an id that nothing else has, each time it is asked
 * @param readiness whether commands can be taken
 * @param metrics figures in Prometheus's text format
 * @param servlets what else is reached on this port, by exact path; each checks for itself who its
 *     requests come from
 */
public record WebParts(
    Inbox inbox,
    Projects projects,
    Tokens tokens,
    Supplier<String> ids,
    Supplier<Readiness> readiness,
    Supplier<String> metrics,
    Map<String, HttpServlet> servlets) {

  public WebParts {
    servlets = Map.copyOf(servlets);
  }
}
