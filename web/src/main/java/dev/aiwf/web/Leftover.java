package dev.aiwf.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What somebody sent that nobody wanted to read, being too large or at the wrong address. Whoever
 * is answered while still sending may meet the end of the connection instead of the answer.
 */
final class Leftover {

  private static final int CHUNK = 16 * 1024;
  private static final int MOST_CHUNKS = 64;

  private Leftover() {}

  /** Reads what is left; where that goes too far, nothing more comes over this connection. */
  static void passOver(HttpServletRequest request, HttpServletResponse response) {
    if (hasBody(request) && !isReadToItsEnd(request) && !response.isCommitted()) {
      response.setHeader("Connection", "close");
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static boolean isReadToItsEnd(HttpServletRequest request) {
    // Whoever asks before sending has not sent anything yet, and need not.
    if (request.getHeader("Expect") != null) {
      return false;
    }
    byte[] chunk = new byte[CHUNK];
    try {
      for (int chunks = 0; chunks < MOST_CHUNKS; chunks++) {
        if (request.getInputStream().readNBytes(chunk, 0, CHUNK) < CHUNK) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
