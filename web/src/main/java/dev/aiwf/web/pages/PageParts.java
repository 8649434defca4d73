package dev.aiwf.web.pages;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Operations;
import dev.aiwf.core.port.People;
import dev.aiwf.core.port.Projects;
import dev.aiwf.web.access.Access;
import dev.aiwf.web.access.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the pages stand on.
 *
 * @param people which persons are one human
 * @param knowledge what items can be looked up in; none where no knowledge base is connected
 * @param ids names forms
 * @param metrics figures in Prometheus's text format
 * @param logged the last warnings and errors, the latest first
 * @param surfaces the platforms that are connected beside the console
 * @param clock tells how long ago something was
 * @param patience how long a form that was sent waits for its turn
 */
public record PageParts(
    Access access,
    Tokens tokens,
    Inbox inbox,
    Projects projects,
    People people,
    Artifacts artifacts,
    Supplier<Optional<Knowledge>> knowledge,
    Operations operations,
    Forgetting forgetting,
    Supplier<String> ids,
    Supplier<String> metrics,
    Supplier<List<Logged>> logged,
    List<String> surfaces,
    InstantSource clock,
    Duration patience) {

  public PageParts {
    surfaces = List.copyOf(surfaces);
  }
}
