package dev.aiwf.architect;

import dev.aiwf.core.port.Architect.Line;
import dev.aiwf.core.port.Architect.Talk;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;

/** What a model is sent, built anew for every request. */
final class Script {

  private static final String ANSWER_NOW =
      "You have no further tools in this turn. Answer now with what you know.";

  private final Talk talk;
  private final Fence fence;
  private final List<ToolSpecification> tools;
  private final int toolTokens;

  Script(Talk talk, Fence fence) {
    this.talk = talk;
    this.fence = fence;
    this.tools = Shapes.of(talk.tools());
    this.toolTokens = talk.tools().stream().mapToInt(Tokens::of).sum();
  }

  /** A request that may be answered with calls. */
  Sized open(Voice to, List<Exchange> past, int longest) {
    Messages messages = begun();
    past.forEach(exchange -> add(messages, exchange, exchange.by().equals(to)));
    ChatRequest request = messages.request(longest).toolSpecifications(tools).build();
    return new Sized(request, Tokens.of(request.messages()) + toolTokens);
  }

  /**
   * A request that can only be answered with words. What tools came to is told in words too: there
   * are providers that refuse calls in a talk without tools.
   */
  Sized closing(List<Exchange> past, int longest) {
    Messages messages = begun();
    past.forEach(exchange -> add(messages, exchange, false));
    if (!talk.tools().isEmpty()) {
      messages.told(ANSWER_NOW);
    }
    ChatRequest request = messages.request(longest).build();
    return new Sized(request, Tokens.of(request.messages()));
  }

  private Messages begun() {
    Messages messages = new Messages(talk.persona() + "\n\n" + fence.rule());
    for (Line line : talk.lines()) {
      switch (line) {
        case Line.Told(String text) -> messages.told(text);
        case Line.Quoted(String what, String text) -> messages.told(fence.quoted(what, text));
        case Line.Said(String who, String message, String text) ->
            messages.told(fence.said(who, message, text));
        case Line.Spoken(String text) -> messages.spoken(text);
      }
    }
    return messages;
  }

  /** Another model's calls carry ids and signatures that this one would refuse. */
  private void add(Messages messages, Exchange exchange, boolean own) {
    if (own) {
      messages.exchange(exchange);
      return;
    }
    messages.spoken(exchange.calls().text());
    List<ToolExecutionRequest> calls = exchange.calls().toolExecutionRequests();
    for (int i = 0; i < calls.size(); i++) {
      ToolExecutionResultMessage result = exchange.results().get(i);
      messages.told(
          "You used a tool:\n%s\nIt came to:\n%s"
              .formatted(
                  fence.quoted("call", calls.get(i).name() + " " + calls.get(i).arguments()),
                  result.text()));
    }
  }
}
