package dev.aiwf.knowledge.client;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.contract.KnowledgeContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The client keeps the contract with the bundled server, which is stopped and started anew. */
class BundledContractTest extends KnowledgeContract {

  @TempDir private Path folder;
  private @Nullable Bundled bundled;
  private @Nullable Asking asking;

  @Override
  protected Knowledge connected() throws Exception {
    Bundled server = Bundled.in(folder);
    bundled = server;
    asking = Asking.these(Asking.server(name(), server.port(), path()));
    return asking.knowledge;
  }

  String path() {
    return "/mcp";
  }

  @AfterEach
  void end() {
    Objects.requireNonNull(asking).close();
    Objects.requireNonNull(bundled).close();
  }

  @Override
  protected String name() {
    return "bundled";
  }

  @Override
  protected SettableClock clock() {
    return Objects.requireNonNull(asking).clock;
  }

  @Override
  protected void fallSilent() {
    Objects.requireNonNull(bundled).stop();
  }

  @Override
  protected void speak() {
    Objects.requireNonNull(bundled).start();
  }
}
