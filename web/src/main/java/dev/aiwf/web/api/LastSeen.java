package dev.aiwf.web.api;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a project's messages stood before a command, so that a command that is sent again is
 * answered with the messages it led to. Kept for the last commands only: a program that comes back
 * later than that can read the messages themselves.
 */
final class LastSeen {

  private static final int KEPT = 10_000;
  private static final int PAGE = 1_000;

  private final Projects projects;
  private final Map<ProjectId, Long> reached = new ConcurrentHashMap<>();
  private final Map<String, Long> before = new LinkedHashMap<>();

  LastSeen(Projects projects) {
    this.projects = projects;
  }

  /**
   * The highest {@code seq} there is. It only rises, so the search goes on where the last ended.
   */
  long now(ProjectId project) {
    long last = reached.getOrDefault(project, 0L);
    List<Message> page = projects.messages(project, last, PAGE);
    while (!page.isEmpty()) {
      last = page.getLast().seq();
      page = projects.messages(project, last, PAGE);
    }
    reached.merge(project, last, Math::max);
    return last;
  }

  /** What stood before the command was sent for the first time. */
  synchronized long before(String command, long now) {
    Long first = before.putIfAbsent(command, now);
    if (before.size() > KEPT) {
      before.remove(before.keySet().iterator().next());
    }
    return first == null ? now : first;
  }
}
