package dev.aiwf.knowledge.client;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.workflow.Consult;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** Knowledge bases that speak MCP, asked as one. */
public final class McpKnowledge implements Knowledge, AutoCloseable {

  private static final int MOST_FOUND = 100;

  private final HttpClient http;
  private final ExecutorService threads;
  private final List<Base> bases;

  private McpKnowledge(HttpClient http, ExecutorService threads, List<Base> bases) {
    this.http = http;
    this.threads = threads;
    this.bases = bases;
  }

  /**
   * Knowledge bases that are connected to when they are first asked.
   *
   * @param version what servers are told of us
   * @param clock says how old an answer is
   * @param random spreads tries in time; may be used by several threads at once
   */
  public static McpKnowledge connect(
      KnowledgeSettings settings, String version, InstantSource clock, RandomGenerator random) {
    return connect(settings, version, clock, random, Thread::sleep, Patience.usual());
  }

  static McpKnowledge connect(
      KnowledgeSettings settings,
      String version,
      InstantSource clock,
      RandomGenerator random,
      Pause pause,
      Patience patience) {
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("knowledge-", 0).factory());
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(patience.connect())
            // A server that sends us elsewhere would get the key sent there too.
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
    World world = new World(http, clock, random, pause, patience, version);
    List<Base> bases = settings.servers().stream().map(server -> new Base(server, world)).toList();
    return new McpKnowledge(http, threads, bases);
  }

  @Override
  public List<Reply> ask(List<Consult> consults) throws NotNow, InterruptedException {
    return ask(consults, MOST);
  }

  @Override
  public Reply search(String words, int limit) throws NotNow, InterruptedException {
    Consult consult = new Consult(Tool.SEARCH_KNOWLEDGE.word(), words);
    return ask(List.of(consult), Math.clamp(limit, 1, MOST_FOUND)).getFirst();
  }

  private List<Reply> ask(List<Consult> consults, int limit) throws NotNow, InterruptedException {
    List<Future<Answers>> asked = new ArrayList<>();
    List<Answers> answers = new ArrayList<>();
    try {
      for (Consult consult : consults) {
        asked.add(threads.submit(() -> answers(consult, limit)));
      }
      for (Future<Answers> each : asked) {
        answers.add(Waiting.on(each));
      }
    } finally {
      asked.forEach(each -> each.cancel(true));
    }
    if (!answers.isEmpty() && answers.stream().allMatch(Answers::nobody)) {
      throw nobody();
    }
    return answers.stream().map(each -> each.reply(limit)).toList();
  }

  /** From all of them, side by side. */
  private Answers answers(Consult consult, int limit) throws InterruptedException {
    Optional<Query> query = Query.of(consult, limit);
    if (query.isEmpty()) {
      return new Answers(consult, List.of());
    }
    List<Future<Answers.From>> asked = new ArrayList<>();
    List<Answers.From> heard = new ArrayList<>();
    try {
      for (Base base : bases) {
        asked.add(threads.submit(() -> new Answers.From(base.name(), base.findings(query.get()))));
      }
      for (Future<Answers.From> each : asked) {
        heard.add(Waiting.on(each));
      }
    } finally {
      asked.forEach(each -> each.cancel(true));
    }
    return new Answers(consult, heard);
  }

  @Override
  public Optional<Item> item(String id) throws NotNow, InterruptedException {
    if (!Plain.isId(id)) {
      return Optional.empty();
    }
    boolean silent = false;
    for (Base base : bases) {
      switch (base.item(id)) {
        case Heard.Said(Optional<Item> item) when item.isPresent() -> {
          return item;
        }
        case Heard.Remembered(Optional<Item> item, _) when item.isPresent() -> {
          return item;
        }
        case Heard.Said<Optional<Item>> _ -> {
          // Perhaps the next has it.
        }
        case Heard.Remembered<Optional<Item>> _ -> silent = true;
        case Heard.Nothing<Optional<Item>> nothing -> silent |= !nothing.reached();
      }
    }
    if (silent) {
      throw nobody();
    }
    return Optional.empty();
  }

  private NotNow nobody() {
    String names = String.join(", ", bases.stream().map(Base::name).toList());
    String message =
        "The knowledge base gives no answer now (%s). Nothing is lost: go on without it, or ask"
                .formatted(names)
            + " again in a minute.";
    return bases.stream()
        .map(Base::alone)
        .filter(Duration::isPositive)
        .min(Duration::compareTo)
        .map(after -> new NotNow(message, after))
        .orElseGet(() -> new NotNow(message, (Throwable) null));
  }

  @Override
  public void close() {
    bases.forEach(Base::close);
    http.shutdownNow();
    threads.shutdownNow();
  }
}
