package dev.aiwf.core.guide;

import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes the buttons of one message. A button's id follows from the project, the message and what
 * the button does, so drawing a message again gives the same ids.
 *
 * @param project the project
 * @param message the message's key
 */
record Controls(ProjectId project, String message) {

  private static final int ID_BYTES = 10;

  Button send(String label, Button.Style style, Action action) {
    return button(null, label, style, new Press.Send(action));
  }

  Button send(String letter, String label, Button.Style style, Action action) {
    return button(letter, label, style, new Press.Send(action));
  }

  Button open(String label, Button.Style style, FormRef form) {
    return button(null, label, style, new Press.Open(form));
  }

  private Button button(@Nullable String letter, String label, Button.Style style, Press press) {
    return new Button(id(press), label, letter, style, press);
  }

  private String id(Press press) {
    String meant = project + "\n" + message + "\n" + press;
    return HexFormat.of().formatHex(sha256(meant), 0, ID_BYTES);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
