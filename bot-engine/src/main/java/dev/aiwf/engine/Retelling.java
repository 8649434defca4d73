package dev.aiwf.engine;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.guide.Guide;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words once more all that aiwf said because of a journal, as it would now be said. */
final class Retelling {

  /** It words nothing by itself; what people said is not in the journal. */
  private static final Action SILENT = new Action.Remind("", 0);

  private Retelling() {}

  /** What each message says in the end, by its key. */
  static Map<String, Content> of(Workflow workflow, ProjectId project, List<Entry> journal) {
    Map<String, Content> told = new LinkedHashMap<>();
    Sidecar before = null;
    int next = 0;
    while (next < journal.size()) {
      List<Entry> turn = turn(journal, next);
      Sidecar after = folded(project, before, turn);
      Entry first = turn.getFirst();
      Command command =
          new Command(first.command(), project, first.at(), new Sender.Effect(0), SILENT);
      for (Draft draft : Guide.says(workflow, before, after, turn, command)) {
        if (!draft.redraw() || told.containsKey(draft.key())) {
          told.put(draft.key(), draft.content());
        }
      }
      before = after;
      next += turn.size();
    }
    return told;
  }

  /** The facts that came of one command. */
  private static List<Entry> turn(List<Entry> journal, int from) {
    List<Entry> turn = new ArrayList<>();
    String command = journal.get(from).command();
    for (Entry entry : journal.subList(from, journal.size())) {
      if (!entry.command().equals(command)) {
        break;
      }
      turn.add(entry);
    }
    return turn;
  }

  private static Sidecar folded(ProjectId project, @Nullable Sidecar before, List<Entry> turn) {
    Sidecar after = before;
    for (Entry entry : turn) {
      after = Evolve.evolve(project, after, entry);
    }
    if (after == null) {
      throw new IllegalStateException("a turn of " + project + " has no facts");
    }
    return after;
  }
}
