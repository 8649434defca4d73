package dev.aiwf.discord;

import dev.aiwf.core.port.Projects;
import java.util.Optional;

/** Which project lives where: its thread is called like the message of which it was made. */
record Places(Projects projects) {

  /** The project in whose thread somebody is; none in a channel or another thread. */
  Optional<Projects.Place> project(Asker asker) {
    return asker.thread() == null
        ? Optional.empty()
        : projects.posted(DiscordChannel.SURFACE, asker.channel(), asker.thread());
  }
}
