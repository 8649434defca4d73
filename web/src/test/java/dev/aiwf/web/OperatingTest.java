package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What machines ask for, and that the document and the server say the same. */
class OperatingTest {

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = new Served(folder);
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void aProbeIsAnsweredUnderAnyName() {
    assertThat(served.get("/healthz", "Host", "10.0.0.7:8787").status()).isEqualTo(200);
    assertThat(served.get("/readyz", "Host", "10.0.0.7:8787").status()).isEqualTo(200);
  }

  @Test
  void whoeverIsNotReadySaysWhy() {
    served.readiness.set(new Readiness.NotReady("The database is being migrated."));

    assertThat(served.get("/readyz").status()).isEqualTo(503);
    assertThat(served.get("/readyz").response().body()).contains("being migrated");
    assertThat(served.get("/healthz").status()).isEqualTo(200);
  }

  @Test
  void figuresAndTheDocumentAreThere() {
    assertThat(served.get("/metrics").response().body()).isEqualTo("aiwf_up 1\n");
    assertThat(served.get("/openapi.yaml").response().body()).startsWith("openapi: 3.1.0");
  }

  /** Else every other test here would prove nothing. */
  @Test
  void theContractFindsWhatIsWrong() {
    assertThatThrownBy(() -> Contract.checkTaken("POST", "/api/projects", "{\"name\": 1}"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> Contract.checkTaken("POST", "/api/projects/a/commands", "{\"dance\": true}"))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatTheDocumentNamesIsServed(String operation) {
    served.start("support-bot");
    String[] parts = operation.split(" ", 2);
    // Whatever else is named there is named "none", and nobody has it.
    String path = parts[1].replace("{id}", "support-bot").replaceAll("\\{[a-z]+}", "none");

    Served.Answer answer =
        parts[0].equals("GET")
            ? served.get(path, "Last-Event-ID", "none")
            : served.post(path, "{}");

    assertThat(answer.status()).isNotEqualTo(405);
    assertThat(answer.response().body()).doesNotContain("nothing at this address");
  }

  static List<String> operations() {
    return Contract.operations();
  }
}
