package dev.aiwf.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * What somebody sent that nobody wanted to read, being too large or at the wrong address. Whoever
 * is answered while still sending may meet the end of the connection instead of the answer.
 */
final class Leftover {

  private static final int CHUNK = 16 * 1024;
  private static final int MOST_CHUNKS = 64;

  private Leftover() {}

  /** Reads what is left, as far as that goes. */
  static void passOver(HttpServletRequest request) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int chunks = 0; chunks < MOST_CHUNKS; chunks++) {
      if (request.getInputStream().readNBytes(chunk, 0, CHUNK) < CHUNK) {
        return;
      }
    }
  }
}
