package dev.aiwf.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A command's id follows from where it came from and what it was called there. */
final class CommandIds {

  private static final int BYTES = 12;

  private CommandIds() {}

  static String of(String origin, String event) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((origin + "\n" + event).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
