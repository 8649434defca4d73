package dev.aiwf.knowledge.client;

import dev.aiwf.knowledge.KnowledgeServer;
import dev.aiwf.knowledge.Listening;
import dev.aiwf.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bundled server on loopback with a small invented corpus, to be stopped and started. */
final class Bundled implements AutoCloseable {

  private static final Path CORPUS = Path.of("../knowledge-server/src/test/resources/corpus");
  private static final Path BUNDLED = Path.of("../knowledge");

  private final Path folder;
  private @Nullable Listening listening;
  private final int port = Ports.free();

  private Bundled(Path folder) {
    this.folder = folder;
  }

  static Bundled in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file, folder.resolve(CORPUS.relativize(file).toString()));
      }
    }
    for (String vocabulary : List.of("topics.yaml", "synonyms.yaml")) {
      copy(BUNDLED.resolve(vocabulary), folder.resolve(vocabulary));
    }
    Bundled bundled = new Bundled(folder);
    bundled.start();
    return bundled;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    var _ = Files.copy(from, to);
  }

  /** At the port it had before, with no session of before. */
  void start() {
    listening =
        Listening.at(
            "127.0.0.1",
            port,
            KnowledgeServer.open(
                dev.aiwf.knowledge.KnowledgeSettings.onLoopback(folder, List.of(), "test"),
                InstantSource.system(),
                System::nanoTime));
  }

  void stop() {
    if (listening != null) {
      listening.close();
      listening = null;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    stop();
  }
}
