package dev.aiwf.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.knowledge.tools.Tool;
import dev.aiwf.knowledge.tools.Toolbox;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tools' contract, as each way in keeps it. */
class ContractTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** A way in over HTTP. */
  enum Way {
    STREAMABLE,
    SSE
  }

  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void serve() {
    served = Served.corpus(folder);
  }

  @AfterEach
  void end() {
    served.close();
  }

  private McpSyncClient client(Way way) {
    return switch (way) {
      case STREAMABLE -> served.streamable();
      case SSE -> served.sse();
    };
  }

  private static Map<String, Object> usual(Tool tool) {
    return switch (tool.name()) {
      case "search_knowledge" -> Map.of("query", "training examples", "limit", 5);
      case "compare_sources" ->
          Map.of("topic", "evaluation", "source_ids", List.of("handbook", "paper-on-judges"));
      case "list_sources" -> Map.of("limit", 500);
      default -> Map.of("topic", "rag vs fine-tuning evaluation chunking drift", "limit", 3);
    };
  }

  static List<Tool> tools() {
    return Toolbox.tools();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theSameToolsAreOfferedEachWay(Way way) {
    try (McpSyncClient client = client(way)) {
      assertThat(client.listTools().tools())
          .extracting(McpSchema.Tool::name)
          .containsExactlyInAnyOrder(
              "search_knowledge",
              "get_decisions",
              "get_patterns",
              "get_warnings",
              "get_methodologies",
              "list_sources",
              "compare_sources");
      assertThat(client.listTools().tools())
          .allSatisfy(tool -> {
            assertThat(tool.description()).contains("Use it");
            assertThat(tool.annotations().readOnlyHint()).isTrue();
          });
      for (Tool tool : Toolbox.tools()) {
        JsonNode answer = Served.call(client, tool.name(), usual(tool));
        assertThat(answer.at("/results")).isNotEmpty();
      }
    }
  }

  /** Over plain HTTP it is the very same JSON; only how long it took may differ. */
  @ParameterizedTest
  @MethodSource("tools")
  void everyAnswerIsAsItsSchemaSays(Tool tool) {
    try (McpSyncClient client = served.streamable()) {
      JsonNode answer = Served.call(client, tool.name(), usual(tool));

      assertThat(errors(tool, answer)).isNull();
      assertThat(answer.at("/metadata/result_count").intValue())
          .isEqualTo(answer.at("/results").size())
          .isPositive();
      assertThat(answer.at("/metadata/sources_cited")).isNotEmpty();
      Served.Reply plain = served.get("/knowledge/" + tool.name() + asQuery(usual(tool)));
      assertThat(plain.status()).isEqualTo(200);
      assertThat(plain.json().at("/results")).isEqualTo(answer.at("/results"));
    }
  }

  private static @Nullable String errors(Tool tool, JsonNode answer) {
    return new DefaultJsonSchemaValidator()
        .validate(tool.output(), JSON.treeToValue(answer, Map.class))
        .errorMessage();
  }

  private static String asQuery(Map<String, Object> arguments) {
    StringBuilder query = new StringBuilder("?");
    arguments.forEach((name, value) -> {
      for (Object one : value instanceof List<?> list ? list : List.of(value)) {
        query.append(name).append('=').append(one.toString().replace(" ", "%20")).append('&');
      }
    });
    return query.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "get_decisions, question options considerations recommended_approach",
    "get_patterns, name problem solution code_example context trade_offs",
    "get_warnings, title description symptoms consequences prevention",
    "get_methodologies, name steps prerequisites outputs",
  })
  void withoutATopicAllOfAKindAreGiven(String tool, String fields) {
    JsonNode answer = served.get("/knowledge/" + tool).json();

    assertThat(answer.at("/metadata/search_type").asString()).isEqualTo("list");
    assertThat(answer.at("/results"))
        .isNotEmpty()
        .allSatisfy(result ->
            assertThat(result.propertyNames())
                .contains(fields.split(" "))
                .contains("id", "topics", "source_title", "source_id", "source_url"));
  }

  @Test
  void sourcesAreCountedByWhatRestsOnThem() {
    JsonNode handbook =
        served
            .get("/knowledge/list_sources")
            .json()
            .at("/results")
            .valueStream()
            .filter(source -> source.get("id").asString().equals("handbook"))
            .findFirst()
            .orElseThrow();

    assertThat(handbook.at("/extraction_counts"))
        .isEqualTo(
            JSON.readTree("{\"decision\": 2, \"pattern\": 1, \"warning\": 2, \"methodology\": 1}"));
  }

  @Test
  void itemsAreResourcesWithAddressesThatStay() {
    try (McpSyncClient client = served.streamable()) {
      assertThat(client.listResources().resources())
          .extracting(McpSchema.Resource::uri)
          .hasSize(13)
          .contains("knowledge://decisions/rag-or-tuning", "knowledge://sources/handbook");
      assertThat(client.listResourceTemplates().resourceTemplates())
          .extracting(McpSchema.ResourceTemplate::uriTemplate)
          .contains("knowledge://methodologies/{id}");
      String text =
          ((McpSchema.TextResourceContents)
                  client
                      .readResource(
                          McpSchema.ReadResourceRequest.builder("knowledge://patterns/hybrid")
                              .build())
                      .contents()
                      .getFirst())
              .text();
      assertThat(JSON.readTree(text).at("/source/title").asString())
          .isEqualTo("A handbook of invented practice");
      assertThat(served.get("/knowledge/items/hybrid").json()).isEqualTo(JSON.readTree(text));
    }
  }
}
