package dev.aiwf.artifacts.render;

import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.SidecarView;
import dev.aiwf.core.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The project's state in one file, for people to read and to carry it elsewhere. */
final class SidecarFile {

  static final String NAME = "sidecar.yaml";

  private static final String HEADER =
      """
      # Where this project stands and what was decided, written by aiwf with every completed step.
      # It is written, not read: to change an answer, revise it where the project is talked about.
      """;

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private SidecarFile() {}

  static String of(Workflow workflow, Sidecar sidecar) {
    Map<String, @Nullable Object> file = new LinkedHashMap<>(SidecarView.of(workflow, sidecar));
    Repository.Origin origin = sidecar.repository().origin();
    if (origin != null && origin.more() != null) {
      SidecarReader.map(origin.more()).forEach((key, value) -> beside(file, key, value));
    }
    return HEADER + yaml(file);
  }

  /** What lay there before stays behind what is ours, or where we have nothing to say. */
  private static void beside(
      Map<String, @Nullable Object> file, Object key, @Nullable Object value) {
    file.merge(String.valueOf(key), value, (ours, theirs) -> Map.of().equals(ours) ? theirs : ours);
  }

  static String yaml(Object content) {
    return YAML.writeValueAsString(content);
  }
}
