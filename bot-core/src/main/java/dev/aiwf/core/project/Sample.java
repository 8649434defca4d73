package dev.aiwf.core.project;

import dev.aiwf.core.people.PersonId;

/** The finished project that a new installation shows, so that there is something to look at. */
public final class Sample {

  /** What it is called. */
  public static final String NAME = "Sample: support bot";

  /** Which project it is. */
  public static final ProjectId ID = new ProjectId("sample-support-bot");

  private static final String SURFACE = "sample:";

  private Sample() {}

  /** Somebody in the sample. No surface and no token gives such an id to a person. */
  public static PersonId person(String name) {
    return new PersonId(SURFACE + name);
  }

  /** Whether a project is the sample, and not one that somebody began under its name. */
  public static boolean is(Sidecar sidecar) {
    return sidecar.id().equals(ID) && sidecar.team().initiator().value().startsWith(SURFACE);
  }
}
