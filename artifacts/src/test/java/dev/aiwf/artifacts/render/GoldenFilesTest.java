package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Repositories.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What projects of three architectures and three depths leave, byte for byte. With
 * -Daiwf.golden.write=true the files are written anew.
 */
class GoldenFilesTest {

  static Stream<Golden> runs() {
    return Golden.all();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theSameRunLeavesTheseBytes(Golden golden) throws IOException {
    List<File> files = golden.rendered();
    if (Boolean.getBoolean("aiwf.golden.write")) {
      golden.write(files);
    }

    assertThat(golden.rendered()).isEqualTo(files);
    assertThat(golden.kept()).containsExactlyInAnyOrderElementsOf(files);
  }
}
