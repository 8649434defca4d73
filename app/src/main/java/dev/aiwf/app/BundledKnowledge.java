package dev.aiwf.app;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.knowledge.KnowledgeServer;
import dev.aiwf.knowledge.KnowledgeSettings;
import dev.aiwf.knowledge.Listening;
import dev.aiwf.knowledge.client.McpKnowledge;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The bundled knowledge base alone, for as long as something is played. */
final class BundledKnowledge implements AutoCloseable {

  private final Listening listening;
  private final McpKnowledge asked;

  private BundledKnowledge(Listening listening, McpKnowledge asked) {
    this.listening = listening;
    this.asked = asked;
  }

  /** Reads it and serves it on this machine. */
  static BundledKnowledge open(Path folder) {
    KnowledgeServer server =
        KnowledgeServer.open(
            KnowledgeSettings.onLoopback(folder, List.of(), Version.number()),
            InstantSource.system(),
            System::nanoTime);
    Listening listening = Listening.at("localhost", 0, server);
    URI address = URI.create("http://localhost:%d/mcp".formatted(listening.port()));
    return new BundledKnowledge(
        listening,
        McpKnowledge.connect(
            new dev.aiwf.knowledge.client.KnowledgeSettings(
                List.of(
                    new dev.aiwf.knowledge.client.KnowledgeSettings.Server(
                        KnowledgeBases.BUNDLED, address, Optional.empty()))),
            Version.number(),
            InstantSource.system(),
            new SecureRandom()));
  }

  Knowledge asked() {
    return asked;
  }

  @Override
  public void close() {
    asked.close();
    listening.close();
  }
}
