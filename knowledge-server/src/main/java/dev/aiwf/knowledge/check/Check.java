package dev.aiwf.knowledge.check;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks every tool of a server the same few questions, several times each. */
public final class Check {

  /** What a team asks first of any such server. */
  public static final List<String> QUESTIONS =
      List.of(
          "RAG architecture patterns",
          "fine-tuning best practices",
          "embedding model selection",
          "prompt engineering",
          "evaluation metrics");

  private static final List<String> TOOLS =
      List.of(
          "search_knowledge",
          "get_decisions",
          "get_patterns",
          "get_warnings",
          "get_methodologies",
          "list_sources",
          "compare_sources");

  private static final double NANOS = 1_000_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final McpSyncClient client;
  private final LongSupplier nanos;

  private Check(McpSyncClient client, LongSupplier nanos) {
    this.client = client;
    this.nanos = nanos;
  }

  /**
   * Asks a server's tools.
   *
   * @param key what the server wants to be shown
   * @param rounds how often each question is put to each tool
   */
  public static List<Asked> of(URI server, Optional<String> key, int rounds, LongSupplier nanos) {
    try (McpSyncClient client = Connection.to(server, key)) {
      Set<String> offered =
          client.listTools().tools().stream().map(McpSchema.Tool::name).collect(Collectors.toSet());
      Check check = new Check(client, nanos);
      return TOOLS.stream()
          .map(tool ->
              offered.contains(tool)
                  ? check.ask(tool, rounds)
                  : new Asked(tool, List.of(), 0, Set.of(), Optional.of("is not offered")))
          .toList();
    }
  }

  private Asked ask(String tool, int rounds) {
    List<Double> millis = new ArrayList<>();
    Set<String> sources = new TreeSet<>();
    int results = 0;
    for (int round = 0; round < rounds; round++) {
      for (String question : QUESTIONS) {
        long begin = nanos.getAsLong();
        Reply reply = reply(tool, arguments(tool, question));
        millis.add((nanos.getAsLong() - begin) / NANOS);
        if (reply.trouble() != null) {
          return new Asked(tool, millis, results, sources, Optional.of(reply.trouble()));
        }
        results += reply.json().at("/results").size();
        reply
            .json()
            .at("/metadata/sources_cited")
            .forEach(title -> sources.add(title.asString("")));
      }
    }
    return new Asked(tool, millis, results / millis.size(), sources, Optional.empty());
  }

  private static Map<String, Object> arguments(String tool, String question) {
    return switch (tool) {
      case "search_knowledge" -> Map.of("query", question);
      case "list_sources" -> Map.of();
      default -> Map.of("topic", question);
    };
  }

  private record Reply(JsonNode json, @Nullable String trouble) {}

  private Reply reply(String tool, Map<String, Object> arguments) {
    try {
      McpSchema.CallToolResult result =
          client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
      JsonNode json = JSON.readTree(text(result));
      return new Reply(
          json,
          Boolean.TRUE.equals(result.isError())
              ? "answers " + json.at("/error/code").asString("with an error")
              : null);
    } catch (JacksonException e) {
      return new Reply(JSON.nullNode(), "answers with something that is no JSON");
    } catch (RuntimeException e) {
      return new Reply(JSON.nullNode(), "does not answer: " + e.getMessage());
    }
  }

  private static String text(McpSchema.CallToolResult result) {
    return result.content().stream()
        .filter(McpSchema.TextContent.class::isInstance)
        .map(content -> ((McpSchema.TextContent) content).text())
        .collect(Collectors.joining());
  }
}
