package dev.aiwf.core.surface;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;

/** Whoever asks for something, and where. */
public interface Asking {

  /** Who they are to projects. */
  PersonId person();

  /** The channel that a project has, or would have, where they ask. */
  ChannelId channel(ProjectId project);

  /** Whether they ask in a project's own thread. */
  boolean inThread();

  /** Whether they write to aiwf itself, where no project can live. */
  boolean alone();

  /** What goes before a word where they ask, with the space behind it. */
  String prefix();
}
