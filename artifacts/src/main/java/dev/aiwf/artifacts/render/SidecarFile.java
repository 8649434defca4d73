package dev.aiwf.artifacts.render;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.SidecarView;
import dev.aiwf.core.workflow.Workflow;
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
    return HEADER + YAML.writeValueAsString(SidecarView.of(workflow, sidecar));
  }
}
