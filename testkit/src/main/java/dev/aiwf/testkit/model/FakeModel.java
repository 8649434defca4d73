package dev.aiwf.testkit.model;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A model on loopback that says what it was told to say. */
public final class FakeModel implements AutoCloseable {

  /** What it is asked for. */
  public static final String NAME = "fake-1";

  /** What it wants to be shown: no real key looks like it. */
  public static final String KEY = "not-a-key-" + "but-a-word";

  private final Dialect dialect;
  private final ModelServer server;

  private FakeModel(Dialect dialect, ModelServer server) {
    this.dialect = dialect;
    this.server = server;
  }

  /** One that speaks as this provider does, and has nothing to say yet. */
  public static FakeModel speaking(Dialect dialect) throws IOException {
    return new FakeModel(dialect, new ModelServer(dialect.format()));
  }

  /** Where it is asked, as somebody would set it. */
  public URI address() {
    return server.address(dialect.format().path());
  }

  /** What it does with the next requests, one after the other. */
  public FakeModel then(Play... plays) {
    server.next.addAll(List.of(plays));
    return this;
  }

  /** What it does with requests that nothing else was said for. */
  public FakeModel otherwise(Function<Asked, Play> play) {
    server.otherwise = Optional.of(play);
    return this;
  }

  /** What it was asked, requests that it refused by itself left out. */
  public List<Asked> asked() {
    return List.copyOf(server.asked);
  }

  /** What was wrong with requests that it refused by itself. */
  public List<String> rejections() {
    return List.copyOf(server.rejections);
  }

  /** How many streams somebody went away from before they were at their end. */
  public int left() {
    return server.left.get();
  }

  /** How many connections it was asked over. */
  public int connections() {
    return server.callers.size();
  }

  @Override
  public void close() {
    server.close();
  }
}
