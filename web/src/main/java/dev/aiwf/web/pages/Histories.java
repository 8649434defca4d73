package dev.aiwf.web.pages;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.ProjectId;
import io.javalin.http.Context;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What happened in a project, a part of it at a time. */
final class Histories {

  private static final int PAGE = 200;

  private final Sides sides;

  Histories(Sides sides) {
    this.sides = sides;
  }

  void show(Context context) {
    Projects.Standing standing = sides.standing(context);
    ProjectId project = standing.sidecar().id();
    long last = before(context, standing.sidecar().number() + 1) - 1;
    Only only = Only.of(Optional.ofNullable(context.queryParam("only")).orElse(""));
    Deque<Entry> facts = new ArrayDeque<>();
    long first = last;
    // What is rarely among them is looked for further back, so that a page is never empty in vain.
    while (first > 0 && facts.size() < PAGE) {
      long until = first;
      first = Math.max(0, until - PAGE);
      sides.parts().projects().facts(project, first, PAGE).reversed().stream()
          .filter(entry -> entry.number() <= until)
          .filter(entry -> only.has(standing.workflow(), entry.fact()))
          .forEach(facts::addFirst);
    }
    Telling telling = new Telling(standing.workflow(), standing.sidecar());
    Shell shell = sides.shell(context, standing, Shell.Tab.HISTORY, null);
    sides.page(
        context,
        "history.jte",
        new HistoryView(
            shell,
            Arrays.stream(Only.values()).map(each -> filter(shell, each, only)).toList(),
            HistoryView.days(List.copyOf(facts), telling),
            first == 0 ? null : address(shell, only) + "&before=" + (first + 1)));
  }

  private static HistoryView.Filter filter(Shell shell, Only each, Only chosen) {
    return new HistoryView.Filter(each.title(), address(shell, each), each == chosen);
  }

  private static String address(Shell shell, Only only) {
    return shell.at(Shell.Tab.HISTORY) + "?only=" + only.key();
  }

  private static long before(Context context, long otherwise) {
    return Optional.ofNullable(context.queryParam("before"))
        .filter(before -> before.matches("\\d{1,15}"))
        .map(Long::parseLong)
        .filter(before -> before > 0 && before < otherwise)
        .orElse(otherwise);
  }
}
