package dev.aiwf.web;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Operations;
import dev.aiwf.core.port.People;
import dev.aiwf.core.port.Projects;
import dev.aiwf.web.access.Tokens;
import dev.aiwf.web.pages.Logged;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the server stands on.
 *
 * @param inbox where commands go
 * @param projects what can be looked at
 * @param people which persons are one human
 * @param artifacts what was committed for them
 * @param knowledge what items can be looked up in; none where no knowledge base is connected
 * @param operations what an operator can look at and do
 * @param forgetting has people and projects forgotten
 * @param tokens who may come from elsewhere
 * @param ids gives an id that nothing else has, each time it is asked
 * @param readiness whether commands can be taken
 * @param metrics figures in Prometheus's text format
 * @param restart has the program end and begin again, soon
 * @param logged the last warnings and errors, the latest first
 * @param surfaces the platforms that are connected beside the console
 * @param clock the time
 * @param servlets what else is reached on this port, by exact path; each checks for itself who its
 *     requests come from
 */
public record WebParts(
    Inbox inbox,
    Projects projects,
    People people,
    Artifacts artifacts,
    Supplier<Optional<Knowledge>> knowledge,
    Operations operations,
    Forgetting forgetting,
    Tokens tokens,
    Supplier<String> ids,
    Supplier<Readiness> readiness,
    Supplier<String> metrics,
    Supplier<List<Logged>> logged,
    Runnable restart,
    List<String> surfaces,
    InstantSource clock,
    Map<String, HttpServlet> servlets) {

  public WebParts {
    surfaces = List.copyOf(surfaces);
    servlets = Map.copyOf(servlets);
  }
}
