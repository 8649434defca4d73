package dev.aiwf.core.people;

/** What a person may do in one project. */
public enum Role {
  /** Started the project, or was handed it; assigns roles and stops it. */
  OWNER,
  /** Signs gates. */
  APPROVER,
  /** Answers, decides, continues. */
  CONTRIBUTOR
}
