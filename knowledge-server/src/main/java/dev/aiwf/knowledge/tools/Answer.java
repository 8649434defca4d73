package dev.aiwf.knowledge.tools;

import java.util.LinkedHashMap;
import java.util.Map;

/** What comes of calling a tool. */
public sealed interface Answer {

  /** As JSON has it. */
  Map<String, Object> body();

  /** What was found, which may be nothing. */
  record Found(Map<String, Object> body) implements Answer {}

  /**
   * Why there is none.
   *
   * @param details what a program may want to know besides
   * @param retryAfter after how many seconds it is worth trying again; 0 if it is not
   */
  record Failed(Code code, String message, Map<String, Object> details, int retryAfter)
      implements Answer {

    public Failed {
      details = Map.copyOf(details);
    }

    /** With nothing more to say. */
    public static Failed of(Code code, String message) {
      return new Failed(code, message, Map.of(), 0);
    }

    @Override
    public Map<String, Object> body() {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("code", code.name());
      error.put("message", message);
      error.put("details", details);
      error.put("retry_after", retryAfter == 0 ? null : retryAfter);
      return Map.of("error", error);
    }
  }

  /** What sort of failure it is. */
  enum Code {
    VALIDATION_ERROR(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    RATE_LIMITED(429),
    INTERNAL_ERROR(500);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    /** The status that HTTP has for it. */
    public int status() {
      return status;
    }
  }
}
