package dev.aiwf.engine;

import dev.aiwf.core.project.ChannelId;
import java.util.Collection;
import java.util.Set;

/**
 * Where no model is asked, whatever else is set up: what is written there stays in the house.
 *
 * @param places surfaces, or channels and servers as their platform names them
 */
public record Silent(Set<String> places) {

  /** What is seen in no chat is seen in the browser and by the API alone. */
  private static final String CONSOLE = "console";

  /** It may talk everywhere. */
  public static final Silent NOWHERE = new Silent(Set.of());

  public Silent {
    places = Set.copyOf(places);
  }

  /** Whether a project lies there that is talked about in these channels; one of them is enough. */
  boolean covers(Collection<ChannelId> channels) {
    return channels.isEmpty() ? places.contains(CONSOLE) : channels.stream().anyMatch(this::covers);
  }

  private boolean covers(ChannelId channel) {
    String[] parts = channel.value().split(":", -1);
    // The last part is the project's own name, which says nothing of the place.
    int end = Math.max(1, parts.length - 1);
    for (int i = 0; i < end; i++) {
      if (places.contains(parts[i])) {
        return true;
      }
    }
    return false;
  }
}
