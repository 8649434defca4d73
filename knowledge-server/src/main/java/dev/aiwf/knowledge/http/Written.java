package dev.aiwf.knowledge.http;

import dev.aiwf.knowledge.tools.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers as HTTP has them. */
final class Written {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 200;

  private Written() {}

  static void answer(HttpServletResponse response, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Found(var body) -> json(response, OK, body);
      case Answer.Failed failed -> {
        if (failed.code() == Answer.Code.UNAUTHORIZED) {
          response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (failed.retryAfter() > 0) {
          response.setHeader("Retry-After", Integer.toString(failed.retryAfter()));
        }
        json(response, failed.code().status(), failed.body());
      }
    }
  }

  static void json(HttpServletResponse response, int status, Map<String, ?> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
