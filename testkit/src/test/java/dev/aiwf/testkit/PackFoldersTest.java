package dev.aiwf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackFoldersTest {

  private static final String TEMPLATE = "templates/two-steps/1.0.0/architecture-decision.md";

  @Test
  void theTwoStepPackLiesOnDisk() throws IOException {
    assertThat(TwoSteps.folder().resolve(TEMPLATE)).hasContent(TwoSteps.TEMPLATE);
  }

  @Test
  void fromAJarItIsCopiedOut() throws IOException {
    Path copied = PackFolders.copied("packs", List.of(TEMPLATE));

    assertThat(copied).isNotEqualTo(TwoSteps.folder());
    assertThat(Files.readString(copied.resolve(TEMPLATE))).isEqualTo(TwoSteps.TEMPLATE);
  }
}
