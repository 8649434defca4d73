package dev.aiwf.discord;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;

/**
 * What a project's thread shows before it is opened.
 *
 * @param name the thread's name
 * @param phase the phase that the project is in; empty for none
 * @param rests whether nobody is expected in it: it is finished, or was stopped
 */
record Title(String name, String phase, boolean rests) {

  static Title of(Projects.Standing standing) {
    Sidecar sidecar = standing.sidecar();
    String phase =
        Situation.of(standing.workflow(), sidecar)
            .map(here -> standing.workflow().phase(here.step().phase()).title())
            .orElse("");
    boolean finished = sidecar.status() == Status.COMPLETE;
    String status = " · " + Words.status(sidecar.status());
    String where = (phase.isEmpty() || finished ? "" : " · " + phase) + status;
    return new Title(
        Clean.shortened(sidecar.name(), DiscordLimits.NAME - where.length()) + where,
        finished ? "" : phase,
        finished || sidecar.status() == Status.STOPPED);
  }
}
