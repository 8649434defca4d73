package dev.aiwf.architect;

import dev.aiwf.core.port.Architect;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** Models of four kinds of providers, spoken with through langchain4j. */
public final class LangchainArchitect implements Architect, AutoCloseable {

  private final HttpClient http;
  private final ExecutorService threads;
  private final List<Voice> voices;
  private final Patience patience;
  private final World world;

  private LangchainArchitect(
      HttpClient http,
      ExecutorService threads,
      List<Voice> voices,
      Patience patience,
      World world) {
    this.http = http;
    this.threads = threads;
    this.voices = voices;
    this.patience = patience;
    this.world = world;
  }

  /**
   * An architect that connects when it is first asked.
   *
   * @param clock says when somebody has waited long enough
   * @param random makes marks that must not be guessed; may be used by several threads at once
   */
  public static LangchainArchitect connect(
      ArchitectSettings settings, InstantSource clock, RandomGenerator random) {
    return connect(settings, new World(clock, random, Thread::sleep));
  }

  static LangchainArchitect connect(ArchitectSettings settings, World world) {
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("model-", 0).factory());
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(settings.patience().connect())
            // A server that sends us elsewhere would get the key sent there too.
            .followRedirects(HttpClient.Redirect.NEVER)
            // With one connection for many, they would wait for each other.
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    Wire wire = new Wire(http, world.clock());
    List<Voice> voices = new ArrayList<>();
    voices.add(Voice.of(settings.first(), new WireBuilder(wire)));
    settings.second().ifPresent(second -> voices.add(Voice.of(second, new WireBuilder(wire))));
    return new LangchainArchitect(http, threads, voices, settings.patience(), world);
  }

  @Override
  public String model() {
    return voices.getFirst().name();
  }

  @Override
  public Answer talk(Talk talk, Listener listener) throws Silent, InterruptedException {
    return new Talking(world, patience, talk, listener).with(voices);
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
