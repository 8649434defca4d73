package dev.aiwf.web.pages;

import dev.aiwf.web.access.Problem;

/**
 * A page that says what went wrong.
 *
 * @param frame what is around it
 * @param problem what went wrong
 */
public record ProblemView(Frame frame, Problem problem) {

  /** A few words over it. */
  public String heading() {
    return switch (problem.code()) {
      case NOT_FOUND -> "Not found";
      case UNKNOWN_PERSON -> "Who are you?";
      case FORBIDDEN -> "Not allowed";
      case TOO_MANY -> "Busy just now";
      case FAILED -> "Something went wrong";
      case MALFORMED, NOT_ALLOWED, REFUSED, TOO_LARGE, NOT_JSON, INVALID -> "That did not work";
    };
  }
}
