package dev.aiwf.core.project;

/** What messages are for. A key that is used again changes its message rather than adding one. */
public final class MessageKeys {

  /** The one line that always says where the project stands. */
  public static final String STATUS = "status";

  /** What lies in the repository already, and the question what becomes of it. */
  public static final String FOUND = "found:sidecar";

  private MessageKeys() {}

  /** What a person said. */
  public static String said(String command) {
    return "said:" + command;
  }

  /** What was answered to it. */
  public static String reply(String command) {
    return "reply:" + command;
  }

  /** What opens a visit. */
  public static String visit(int visit) {
    return "visit:" + visit;
  }

  /** A question. */
  public static String ask(int visit, String ask) {
    return "ask:" + visit + ":" + ask;
  }

  /** What is in a file that somebody wanted to see. */
  public static String artifact(String command) {
    return "artifact:" + command;
  }

  /** Several answers that came at once. */
  public static String recorded(String command) {
    return "recorded:" + command;
  }

  /** The menu; it moves down each time something else was shown in between. */
  public static String menu(int visit, int shown) {
    return "menu:" + visit + ":" + shown;
  }

  /** Something that the answers call for to be said. */
  public static String warning(String warning) {
    return "warning:" + warning;
  }

  /** What a gate was passed under, and is followed to the end. */
  public static String conditions(String step) {
    return "conditions:" + step;
  }

  /** Lines in a file that people and the project both wrote. */
  public static String collision(String path) {
    return "collision:" + path;
  }

  /** What the knowledge base said to a step's questions. */
  public static String findings(int visit) {
    return "findings:" + visit;
  }

  /** Answers that were put forward elsewhere. */
  public static String proposal(String proposal) {
    return "proposal:" + proposal;
  }

  /** What the architect says, from its first word on. */
  public static String talk(String talk) {
    return "talk:" + talk;
  }

  /** What is still to be found out; it moves down with the talk. */
  public static String agenda(int visit, int shown) {
    return "agenda:" + visit + ":" + shown;
  }

  /** What was put forward, further down each time the architect has spoken since. */
  public static String proposal(String proposal, int moved) {
    return moved == 0 ? proposal(proposal) : proposal(proposal) + ":" + moved;
  }

  /** Somebody who wants to be let in. */
  public static String joining(String asking) {
    return "joining:" + asking;
  }

  /** The gate; it moves down with the menu. */
  public static String gate(int visit, int shown) {
    return "gate:" + visit + ":" + shown;
  }
}
