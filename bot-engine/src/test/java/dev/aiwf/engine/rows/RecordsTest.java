package dev.aiwf.engine.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        Map<String, Object> now = fields(Records.write(Records.read(line, type)));
        assertThat(now).as(name(type)).satisfies(_ -> assertHeld(now, fields(line)));
      }
    }
    if (Boolean.getBoolean("aiwf.records.add")) {
      Files.write(FILE, missing, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    assertThat(missing).as("run with -Daiwf.records.add=true to add these").isEmpty();
  }

  @Test
  void everyRecordComesBackAsItIsWrittenNow() throws Exception {
    for (Class<?> type : Samples.stored()) {
      Object specimen = Samples.of(type);
      assertThat(Records.read(Records.write(specimen), type)).as(name(type)).isEqualTo(specimen);
    }
  }

  @Test
  void aSidecarOfBeforeKnowsOfNothingThatCameLater() throws Exception {
    Sidecar before = Records.read(String.valueOf(written().get("Sidecar")), Sidecar.class);
    assertThat(before.remarks()).isEqualTo(Remarks.NONE);
    assertThat(before.team().policies()).isEmpty();
    assertThat(before.gates().values()).isNotEmpty().allMatch(gate -> gate.met().isEmpty());
    assertThat(before.gates().values()).allMatch(g -> g.unmet().equals(g.conditions()));
    assertThat(before.way().visits())
        .isNotEmpty()
        .allMatch(visit -> !visit.leaving() && visit.reminded() == 0);
  }

  @Test
  void aWorkflowOfBeforeKnowsOfNothingThatCameLater() throws Exception {
    Workflow before = Records.read(String.valueOf(written().get("Workflow")), Workflow.class);
    assertThat(before.agents()).isEmpty();
    assertThat(before.methods()).isEmpty();
    assertThat(before.resume()).isNull();
    assertThat(before.figures()).isEmpty();
    assertThat(before.warnings()).isEmpty();
    assertThat(before.steps())
        .isNotEmpty()
        .allMatch(step -> !step.locked() && step.agent() == null && step.consults().isEmpty())
        .flatExtracting(Step::asks)
        .isNotEmpty()
        .allMatch(ask -> ask.points().isEmpty() && ask.when() == null);
    assertThat(before.steps())
        .flatExtracting(Step::writes)
        .isNotEmpty()
        .allMatch(write -> write.at(Depth.QUICK) && write.when() == null);
  }

  @Test
  void aGateOfBeforeRemindsNobody() {
    assertThat(
            Records.read(
                "{\"approvals\":1,\"roles\":[\"OWNER\"],\"initiatorCounts\":true}",
                Gate.Policy.class))
        .isEqualTo(new Gate.Policy(1, Set.of(Role.OWNER), true));
  }

  /** All that was there is there, however deep; what was gained stands beside it. */
  private static void assertHeld(@Nullable Object now, @Nullable Object then) {
    if (now instanceof Map<?, ?> more && then instanceof Map<?, ?> fewer) {
      assertThat(more.keySet().containsAll(fewer.keySet())).as("%s in %s", fewer, more).isTrue();
      fewer.forEach((key, value) -> assertHeld(more.get(key), value));
    } else if (now instanceof List<?> more && then instanceof List<?> fewer) {
      assertThat(more).hasSameSizeAs(fewer);
      for (int i = 0; i < fewer.size(); i++) {
        assertHeld(more.get(i), fewer.get(i));
      }
    } else {
      assertThat(now).isEqualTo(then);
    }
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
