package dev.aiwf.knowledge.mcp;

import dev.aiwf.knowledge.tools.Answer;
import dev.aiwf.knowledge.tools.Tool;
import dev.aiwf.knowledge.tools.Toolbox;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.util.RawValue;

/** The tools as MCP's SDK wants them. */
final class ToolSpecs {

  private ToolSpecs() {}

  static List<SyncToolSpecification> of(Toolbox toolbox, McpJsonMapper json) {
    return Toolbox.tools().stream()
        .map(tool ->
            new SyncToolSpecification(
                described(tool), (_, request) -> result(json, toolbox.call(tool, given(request)))))
        .toList();
  }

  private static Map<String, Object> given(McpSchema.CallToolRequest request) {
    Map<String, Object> arguments = request.arguments();
    return arguments == null ? Map.of() : arguments;
  }

  private static McpSchema.Tool described(Tool tool) {
    return McpSchema.Tool.builder(tool.name(), tool.input())
        .title(tool.title())
        .description(tool.description())
        .outputSchema(tool.output())
        .annotations(new McpSchema.ToolAnnotations(tool.title(), true, false, true, false, null))
        .build();
  }

  /** The same JSON twice: as text for clients that read nothing else. */
  private static McpSchema.CallToolResult result(McpJsonMapper json, Answer answer) {
    try {
      String text = json.writeValueAsString(answer.body());
      return McpSchema.CallToolResult.builder()
          .addTextContent(text)
          .structuredContent(new RawValue(text))
          .isError(answer instanceof Answer.Failed)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
