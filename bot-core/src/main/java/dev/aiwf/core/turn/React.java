package dev.aiwf.core.turn;

import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.guide.Guide;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names what is said and what must be done because of facts. */
public final class React {

  private React() {}

  /** What facts lead to. */
  public record Reaction(List<Draft> drafts, List<Effect> effects) {
    public Reaction {
      drafts = List.copyOf(drafts);
      effects = List.copyOf(effects);
    }
  }

  /** What the way from one state to the next leads to. */
  public static Reaction react(
      Workflow workflow,
      @Nullable Sidecar before,
      Sidecar after,
      List<Entry> entries,
      Command command) {
    List<Draft> drafts = Guide.says(workflow, before, after, entries, command);
    List<Effect> effects = new ArrayList<>();
    for (Draft draft : drafts) {
      for (ChannelId channel : after.team().channels()) {
        if (!channel.equals(draft.origin())) {
          effects.add(new Effect.Show(channel, draft.key()));
        }
      }
    }
    effects.addAll(Reminders.of(workflow, before, after));
    effects.addAll(Consults.answered(workflow, before, after));
    for (Entry entry : entries) {
      if (entry.fact() instanceof Fact.ChannelJoined(var channel) && before != null) {
        effects.addAll(catchUp(workflow, after, channel, drafts));
      }
      effects.addAll(Deeds.of(workflow, after, entry));
    }
    return new Reaction(drafts, effects);
  }

  /** A channel that joins late sees what stands now, not all that was ever said. */
  private static List<Effect> catchUp(
      Workflow workflow, Sidecar after, ChannelId channel, List<Draft> drafts) {
    return Guide.needed(workflow, after).stream()
        .filter(key -> drafts.stream().noneMatch(draft -> draft.key().equals(key)))
        .<Effect>map(key -> new Effect.Show(channel, key))
        .toList();
  }
}
