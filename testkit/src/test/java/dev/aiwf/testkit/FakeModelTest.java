package dev.aiwf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.FakeModel;
import dev.aiwf.testkit.model.Play;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A model of ours refuses what the real ones refuse. */
class FakeModelTest {

  private static final String OPENAI =
      """
      {"model": "fake-1", "stream": true, "stream_options": {"include_usage": true},
       "max_tokens": 10, "messages": [{"role": "system", "content": "Be."}, %s]}\
      """;
  private static final String ANTHROPIC =
      """
      {"model": "fake-1", "stream": true, "max_tokens": 10, "system": "Be.", "messages": [%s]}\
      """;
  private static final String GEMINI =
      """
      {"systemInstruction": {"parts": [{"text": "Be."}]},
       "generationConfig": {"maxOutputTokens": 10}, "contents": [%s]}\
      """;
  private static final String OLLAMA =
      """
      {"model": "fake-1", "stream": true, "options": {"num_predict": 10},
       "messages": [{"role": "system", "content": "Be."}, %s]}\
      """;

  private static String body(Dialect dialect, String messages) {
    String template =
        switch (dialect) {
          case OPENAI -> OPENAI;
          case ANTHROPIC -> ANTHROPIC;
          case GEMINI -> GEMINI;
          case OLLAMA -> OLLAMA;
        };
    return template.formatted(messages);
  }

  private static HttpResponse<String> asked(FakeModel model, Dialect dialect, String body)
      throws Exception {
    return asked(model, dialect, body, FakeModel.KEY);
  }

  private static HttpResponse<String> asked(
      FakeModel model, Dialect dialect, String body, String key) throws Exception {
    String path =
        switch (dialect) {
          case OPENAI -> "/chat/completions";
          case ANTHROPIC -> "/messages";
          case GEMINI -> "/models/fake-1:streamGenerateContent?alt=sse";
          case OLLAMA -> "api/chat";
        };
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(model.address() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    request =
        switch (dialect) {
          case OPENAI, OLLAMA -> request.header("Authorization", "Bearer " + key);
          case ANTHROPIC -> request.header("x-api-key", key);
          case GEMINI -> request.header("x-goog-api-key", key);
        };
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String hello(Dialect dialect) {
    return dialect == Dialect.GEMINI
        ? "{\"role\": \"user\", \"parts\": [{\"text\": \"Hello\"}]}"
        : "{\"role\": \"user\", \"content\": \"Hello\"}";
  }

  @ParameterizedTest
  @EnumSource
  void aRequestThatIsRightIsAnsweredInTheProvidersFormat(Dialect dialect) throws Exception {
    try (FakeModel model = FakeModel.speaking(dialect).then(Play.says("Hi").counting(3, 1))) {
      HttpResponse<String> answer = asked(model, dialect, body(dialect, hello(dialect)));
      assertThat(model.rejections()).isEmpty();
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("\"Hi\"")
          .contains(
              switch (dialect) {
                case OPENAI -> "data: [DONE]";
                case ANTHROPIC -> "event: message_stop";
                case GEMINI -> "\"finishReason\": \"STOP\"";
                case OLLAMA -> "\"done\": true";
              });
      assertThat(model.asked().getFirst().told()).isEqualTo("Hello");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherKeyAnotherPathAndAnotherFieldAreRefused(Dialect dialect) throws Exception {
    String right = body(dialect, hello(dialect));
    try (FakeModel model = FakeModel.speaking(dialect).otherwise(_ -> Play.says("Hi"))) {
      assertThat(asked(model, dialect, right, "other").statusCode()).isIn(400, 401);
      assertThat(asked(model, dialect, right.replaceFirst("\\{", "{\"more\": 1, ")).statusCode())
          .isEqualTo(400);
      assertThat(asked(model, dialect, "so").statusCode()).isEqualTo(400);
      assertThat(model.rejections()).hasSize(3);
      assertThat(model.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OPENAI | {'role': 'assistant', 'content': 'Hi'} | begin with a user",
        "OPENAI | {'role': 'user', 'content': 'a'}, {'role': 'tool', 'tool_call_id': 'x',"
            + " 'content': 'r'} | should be followed by their results",
        "OPENAI | {'role': 'user', 'content': 'a'}, {'role': 'assistant', 'tool_calls': [{'id':"
            + " 'x', 'function': {'name': 'f', 'arguments': '{'}}]} | arguments should be JSON",
        "ANTHROPIC | {'role': 'user', 'content': 'a'}, {'role': 'user', 'content': 'b'}"
            + " | roles should alternate",
        "ANTHROPIC | {'role': 'user', 'content': ''} | content should be a text",
        "ANTHROPIC | {'role': 'user', 'content': 'a'}, {'role': 'assistant', 'content': [{'type':"
            + " 'tool_use', 'id': 'x', 'name': 'f', 'input': {}}]}, {'role': 'user', 'content':"
            + " [{'type': 'tool_result', 'tool_use_id': 'y', 'content': 'r'}]}"
            + " | followed by their results",
        "GEMINI | {'role': 'assistant', 'parts': [{'text': 'a'}]} | no such role",
        "GEMINI | {'role': 'user', 'parts': [{'text': 'a'}]}, {'role': 'model', 'parts':"
            + " [{'functionCall': {'name': 'f', 'args': {}}}]}, {'role': 'user', 'parts':"
            + " [{'text': 'b'}]} | followed by their results",
        "OLLAMA | {'role': 'user', 'content': 'a'}, {'role': 'tool', 'content': 'r'}"
            + " | follow its call",
      })
  void aTalkThatIsNoneIsRefused(Dialect dialect, String messages, String why) throws Exception {
    try (FakeModel model = FakeModel.speaking(dialect).otherwise(_ -> Play.says("Hi"))) {
      String body = body(dialect, messages.replace('\'', '"'));
      assertThat(asked(model, dialect, body).statusCode()).isEqualTo(400);
      assertThat(model.rejections()).singleElement().asString().contains(why);
    }
  }

  @Test
  void whoeverHasNothingToSaySaysSo() throws Exception {
    try (FakeModel model = FakeModel.speaking(Dialect.OPENAI)) {
      assertThat(
              asked(model, Dialect.OPENAI, body(Dialect.OPENAI, hello(Dialect.OPENAI)))
                  .statusCode())
          .isEqualTo(503);
      assertThat(model.rejections()).containsExactly("nothing is left to be said");
    }
  }
}
