package dev.aiwf.knowledge.client;

import dev.aiwf.knowledge.client.Fault.Kind;
import dev.langchain4j.exception.ToolArgumentsException;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.McpException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Tells what went wrong from what was thrown. */
final class Faults {

  private static final int NO_SUCH_METHOD = -32601;
  private static final int WRONG_ARGUMENTS = -32602;
  private static final int NO_SUCH_RESOURCE = -32002;

  /** A server that says so is well: it does not answer this. */
  private static final Set<Integer> REFUSALS =
      Set.of(NO_SUCH_METHOD, WRONG_ARGUMENTS, NO_SUCH_RESOURCE);

  private static final Pattern REFUSAL = Pattern.compile("\"(VALIDATION_ERROR|NOT_FOUND)\"");

  private Faults() {}

  /** The fault in an exception. */
  static Fault in(RuntimeException thrown) throws InterruptedException {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Fault fault -> {
          return fault;
        }
        case InterruptedException _ -> {
          // The library sets the flag in one place and takes it away in another.
          boolean _ = Thread.interrupted();
          throw new InterruptedException("Nobody waits for the knowledge base any more");
        }
        case TimeoutException _ -> {
          return new Fault(Kind.LATE, "It took too long", thrown);
        }
        case HttpTimeoutException _ -> {
          return new Fault(Kind.LATE, "It took too long", thrown);
        }
        case IOException _ -> {
          return new Fault(Kind.GONE, "It could not be reached, or broke off", thrown);
        }
        default -> {
          // Further down.
        }
      }
    }
    return new Fault(refuses(thrown) ? Kind.REFUSED : Kind.BROKEN, said(thrown), thrown);
  }

  private static boolean refuses(RuntimeException thrown) {
    return switch (thrown) {
      case ToolArgumentsException _ -> true;
      case McpException e -> REFUSALS.contains(e.errorCode());
      case ToolExecutionException e ->
          e.errorCode() == null
              ? REFUSAL.matcher(String.valueOf(e.getMessage())).find()
              : REFUSALS.contains(e.errorCode());
      default -> false;
    };
  }

  private static String said(RuntimeException thrown) {
    return Plain.text(String.valueOf(thrown.getMessage()));
  }
}
