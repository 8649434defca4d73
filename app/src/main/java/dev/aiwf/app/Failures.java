package dev.aiwf.app;

import dev.aiwf.engine.backup.BackupTrouble;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.UnusableDatabase;
import dev.aiwf.web.operate.RemoteOperator;
import java.net.BindException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells whoever typed a command why it did not work, in a sentence. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static int told(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("aiwf: " + sentence(failure));
    return CommandLine.ExitCode.SOFTWARE;
  }

  static String sentence(Exception failure) {
    if (failure instanceof Trouble trouble) {
      Throwable cause = trouble.getCause();
      return cause instanceof Settings.Wrong || cause instanceof DataFolder.InUse
          ? String.valueOf(cause.getMessage())
          : String.valueOf(trouble.getMessage());
    }
    if (failure instanceof UnusableDatabase
        || failure instanceof BackupTrouble
        || failure instanceof RemoteOperator.Unanswered
        || failure instanceof Settings.Wrong) {
      return String.valueOf(failure.getMessage());
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "The port is in use. Set AIWF_PORT to another one, or stop what is using it.";
      }
    }
    LOG.error("Unexpected", failure);
    return "Something unexpected happened; the log above says what: " + failure.getMessage();
  }

  /** Something that the operator can put right; the message says how. */
  static final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble(Exception cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }

    Trouble(String sentence) {
      super(sentence);
    }
  }
}
