package dev.aiwf.web.access;

import dev.aiwf.core.rules.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a request can't be answered as it was meant, in a sentence for people. The API shows it as
 * JSON, a page as a page.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String sentence;
  private final @Nullable String field;
  private final @Nullable String command;

  private Problem(Code code, String sentence, @Nullable String field, @Nullable String command) {
    // It is an answer, not an accident: nobody looks at where it was thrown.
    super(sentence, null, false, false);
    this.code = code;
    this.sentence = sentence;
    this.field = field;
    this.command = command;
  }

  /** A problem that is about no field. */
  public static Problem of(Code code, String sentence) {
    return new Problem(code, sentence, null, null);
  }

  /** A field is wrong. */
  public static Problem invalid(@Nullable String field, String sentence) {
    return new Problem(Code.INVALID, sentence, field, null);
  }

  /** A command was refused. */
  public static Problem refused(Refusal refusal, String command) {
    Code code =
        switch (refusal.kind()) {
          case CONFLICT -> Code.REFUSED;
          case FORBIDDEN -> Code.FORBIDDEN;
          case INVALID -> Code.INVALID;
          case NOT_FOUND -> Code.NOT_FOUND;
        };
    return new Problem(code, refusal.sentence(), refusal.field(), command);
  }

  /** A command's turn failed. */
  public static Problem failed(String command) {
    return new Problem(
        Code.FAILED,
        "This was stored, but its turn failed and nothing changed. The log says why.",
        null,
        command);
  }

  /** There is no such thing. */
  public static Problem notFound(String sentence) {
    return of(Code.NOT_FOUND, sentence);
  }

  /** What sort of problem it is. */
  public Code code() {
    return code;
  }

  /** What is so, and what to do. */
  public String sentence() {
    return sentence;
  }

  /** The field that is wrong, if it is about one. */
  public @Nullable String field() {
    return field;
  }

  /** The command it came of, if there is one. */
  public @Nullable String command() {
    return command;
  }

  /** What sort of problem it is, with the status that says so over HTTP. */
  public enum Code {
    MALFORMED(400),
    UNKNOWN_PERSON(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    NOT_ALLOWED(405),
    REFUSED(409),
    TOO_LARGE(413),
    NOT_JSON(415),
    INVALID(422),
    FAILED(500),
    TOO_MANY(503);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    /** The status of the answer. */
    public int status() {
      return status;
    }

    /** How it is written in the API. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
