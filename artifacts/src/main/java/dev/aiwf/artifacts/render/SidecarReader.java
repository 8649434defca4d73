package dev.aiwf.artifacts.render;

import dev.aiwf.core.port.Repositories.Found;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Importing;
import dev.aiwf.core.workflow.Workflow;
import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a sidecar that anybody may have written. */
final class SidecarReader {

  /** In characters. What people decide is not that long. */
  static final int LARGEST = 1024 * 1024;

  /** It makes maps, lists and plain values, whatever tags and anchors say. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private SidecarReader() {}

  static Import read(Workflow workflow, Found found) {
    Import.Source source = new Import.Source(found.path(), found.head(), found.bot());
    if (found.sidecar().length() > LARGEST) {
      return Import.unreadable(source, "It is larger than 1 MB.");
    }
    try {
      return Importing.of(workflow, source, map(found.sidecar()), SidecarFile::yaml);
    } catch (JacksonException e) {
      return Import.unreadable(
          source, "It is not YAML that can be read: " + Clean.excerpt(e.getOriginalMessage()));
    }
  }

  /** What a file says; nothing if it is not a map. */
  static Map<?, ?> map(String text) {
    try (Sips reader = new Sips(text)) {
      return YAML.readValue(reader, Object.class) instanceof Map<?, ?> map ? map : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives little at a time: the parser fails where what it reads at once is full and ends in the
   * middle of an emoji.
   */
  static final class Sips extends FilterReader {

    private static final int SIP = 500;

    Sips(String text) {
      super(new StringReader(text));
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      return super.read(into, from, Math.min(length, SIP));
    }
  }
}
