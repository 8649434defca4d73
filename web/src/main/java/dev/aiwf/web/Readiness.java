package dev.aiwf.web;

/** Whether commands can be taken. */
public sealed interface Readiness {

  /** They can. */
  record Ready() implements Readiness {}

  /** They can't, and this is why. */
  record NotReady(String why) implements Readiness {}
}
