package dev.aiwf.architect;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.List;

/**
 * A round of calls, and what they came to.
 *
 * @param by the model that called
 * @param calls what it said and called
 */
record Exchange(Voice by, AiMessage calls, List<ToolExecutionResultMessage> results) {

  Exchange {
    results = List.copyOf(results);
  }
}
