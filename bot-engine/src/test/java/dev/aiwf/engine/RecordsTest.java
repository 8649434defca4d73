package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored today is read for good. {@code records.txt} holds one specimen of every record as
 * it was written when that record was new; lines are added to it and never changed.
 */
class RecordsTest {

  private static final Path FILE = Path.of("src/test/resources/dev/aiwf/engine/records.txt");

  @Test
  void everyRecordIsReadAsItWasWrittenWhenItWasNew() throws Exception {
    Map<String, String> written = written();
    List<String> missing = new ArrayList<>();
    for (Class<?> type : Samples.stored()) {
      Object specimen = Samples.of(type);
      String line = written.get(name(type));
      if (line == null) {
        missing.add(name(type) + "\t" + Records.write(specimen));
      } else {
        // What it has gained since is absent; what it had is there.
        assertThat(fields(Records.write(Records.read(line, type))))
            .as(name(type))
            .containsAllEntriesOf(fields(line));
      }
    }
    if (Boolean.getBoolean("aiwf.records.add")) {
      Files.write(FILE, missing, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    assertThat(missing).as("run with -Daiwf.records.add=true to add these").isEmpty();
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fields(String json) {
    return JsonMapper.shared().readValue(json, Map.class);
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> written = new LinkedHashMap<>();
    if (Files.exists(FILE)) {
      for (String line : Files.readAllLines(FILE, StandardCharsets.UTF_8)) {
        int tab = line.indexOf('\t');
        written.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return written;
  }

  @Test
  void whatAnOlderVersionDidNotKnowIsAbsentAndWhatItKnewMoreIsPassedOver() {
    assertThat(
            Records.read("{\"type\":\"went-stale\",\"ask\":\"a\",\"colour\":\"red\"}", Fact.class))
        .isEqualTo(new Fact.WentStale("a", List.of()));
  }

  @Test
  void aSidecarComesBackWithItsNumbersAndOrderAsTheyWere() throws Exception {
    Object sidecar = Samples.of(Sidecar.class);
    String once = Records.write(sidecar);
    assertThat(Records.write(Records.read(once, Sidecar.class))).isEqualTo(once);
  }
}
