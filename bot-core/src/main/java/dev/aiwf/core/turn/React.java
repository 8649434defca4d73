package dev.aiwf.core.turn;

import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.guide.Guide;
import dev.aiwf.core.guide.Seen;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Workflow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    Set<Effect> effects = new LinkedHashSet<>();
    if (before != null) {
      // Whatever else is said, in a channel that is new everything stands under the status line.
      for (Entry entry : entries) {
        sees(entry.fact())
            .ifPresent(channel -> effects.add(new Effect.Show(channel, MessageKeys.STATUS)));
      }
    }
    for (Draft draft : drafts) {
      for (ChannelId channel : after.team().channels()) {
        if (!channel.equals(draft.origin())
            && after.team().reaches(channel)
            && seen(workflow, after, channel, draft.key())) {
          effects.add(new Effect.Show(channel, draft.key()));
        }
      }
    }
    effects.addAll(Reminders.of(workflow, before, after));
    effects.addAll(Consults.answered(workflow, before, after));
    for (Entry entry : entries) {
      if (before != null) {
        sees(entry.fact())
            .ifPresent(channel -> effects.addAll(catchUp(workflow, after, channel, drafts)));
      }
      effects.addAll(Deeds.of(workflow, after, entry));
    }
    return new Reaction(drafts, List.copyOf(effects));
  }

  /** The channel that sees something from here on that it did not see before. */
  private static Optional<ChannelId> sees(Fact fact) {
    if (fact instanceof Fact.ChannelJoined(var channel)) {
      return Optional.of(channel);
    }
    return fact instanceof Fact.Followed(var channel, _) ? Optional.of(channel) : Optional.empty();
  }

  private static boolean seen(Workflow workflow, Sidecar after, ChannelId channel, String message) {
    return Seen.at(after.team().level(channel), workflow, after, message);
  }

  /** A channel that joins late sees what stands now, not all that was ever said. */
  private static List<Effect> catchUp(
      Workflow workflow, Sidecar after, ChannelId channel, List<Draft> drafts) {
    return Guide.needed(workflow, after).stream()
        .filter(key -> drafts.stream().noneMatch(draft -> draft.key().equals(key)))
        .filter(key -> seen(workflow, after, channel, key))
        .<Effect>map(key -> new Effect.Show(channel, key))
        .toList();
  }
}
