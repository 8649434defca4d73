package dev.aiwf.artifacts.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML as another program would. */
final class Yaml {

  private Yaml() {}

  static JsonNode read(String text) {
    try (SidecarReader.Sips reader = new SidecarReader.Sips(text)) {
      return new YAMLMapper().readTree(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
