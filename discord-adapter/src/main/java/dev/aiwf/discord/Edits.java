package dev.aiwf.discord;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.surface.Recorded;
import java.util.Optional;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;

/**
 * Messages that are edited or deleted after something was recorded from them. What was recorded
 * stands; whoever wrote it is told so, and how to change it.
 */
record Edits(Intake intake, Projects projects, Whispers whispers, Lately<String> told) {

  void changed(Channel channel, String message, String edited) {
    // A link that is shown larger later changes it once more, at the same time as before.
    if (!edited.equals(told.put(message, edited))) {
      tell(channel, message, "edited");
    }
  }

  void deleted(Channel channel, String message) {
    tell(channel, message, "deleted");
  }

  private void tell(Channel channel, String message, String what) {
    if (!(channel instanceof ThreadChannel thread)) {
      return;
    }
    String above = thread.getParentChannel().getId();
    projects
        .posted(DiscordChannel.SURFACE, above, thread.getId())
        .flatMap(place ->
            intake
                .came(
                    thread.getGuild().getId(),
                    Heard.event(thread.getId(), message),
                    place.project())
                .flatMap(settled ->
                    Recorded.from(projects, place.project(), settled)
                        .flatMap(recorded ->
                            who(place, settled.facts().getFirst())
                                .map(user -> new Told(user, recorded)))))
        .ifPresent(told ->
            Later.run(
                "discord-edit",
                "Whoever edited a message could not be told",
                () ->
                    whispers.say(
                        above,
                        thread.getId(),
                        told.user(),
                        Drawing.drawn(told.recorded().stands(what), PersonId::value))));
  }

  private record Told(String user, Recorded recorded) {}

  /** Discord does not say who wrote what was deleted. */
  private Optional<String> who(Projects.Place place, long fact) {
    return projects.facts(place.project(), fact - 1, 1).stream()
        .findFirst()
        .flatMap(entry -> DiscordChannel.userOf(entry.by()));
  }
}
