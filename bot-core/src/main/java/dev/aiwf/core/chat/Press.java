package dev.aiwf.core.chat;

import dev.aiwf.core.project.Action;

/** What pressing a button means. */
public sealed interface Press {

  /** It sends a command at once. */
  record Send(Action action) implements Press {}

  /** It opens a form, whose submission is the command. */
  record Open(FormRef form) implements Press {}
}
