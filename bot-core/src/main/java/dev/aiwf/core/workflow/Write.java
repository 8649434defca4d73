package dev.aiwf.core.workflow;

import java.util.Set;

/**
 * A file that a step brings up to date.
 *
 * @param template the template's path in the pack
 * @param to the file's path in the project's folder
 * @param text the template itself
 * @param asks the asks whose answers stand in it: it goes stale with these and with nothing else
 */
public record Write(String template, String to, String text, Set<String> asks) {
  public Write {
    asks = Set.copyOf(asks);
  }
}
