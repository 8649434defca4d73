package dev.aiwf.testkit;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.workflow.Consult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One knowledge base in memory, which says what a test has it say. */
public final class FakeKnowledge implements Knowledge {

  /** The name it goes by. */
  public static final String BASE = "fake";

  private record Remembered(List<Finding> findings, Instant at) {}

  private final InstantSource clock;
  private final Map<Consult, List<Finding>> findings = new LinkedHashMap<>();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<Consult, Remembered> remembered = new LinkedHashMap<>();
  private final List<Consult> asked = new ArrayList<>();
  private boolean silent;

  /** A knowledge base that knows nothing yet. */
  public FakeKnowledge(InstantSource clock) {
    this.clock = clock;
  }

  /** Has a consult find this, the best first. */
  public synchronized FakeKnowledge finds(Consult consult, Finding... fitting) {
    findings.put(consult, Arrays.asList(fitting));
    return this;
  }

  /** Has it know the whole of an item. */
  public synchronized FakeKnowledge knows(Item item) {
    items.put(item.finding().id(), item);
    return this;
  }

  /** From now on it gives no answer. */
  public synchronized void fallSilent() {
    silent = true;
  }

  /** From now on it answers again. */
  public synchronized void speak() {
    silent = false;
  }

  /** All that it was asked, the earliest first. */
  public synchronized List<Consult> asked() {
    return List.copyOf(asked);
  }

  @Override
  public synchronized List<Reply> ask(List<Consult> consults) throws NotNow {
    return ask(consults, MOST);
  }

  @Override
  public synchronized Reply search(String words, int limit) throws NotNow {
    return ask(List.of(new Consult("search_knowledge", words)), limit).getFirst();
  }

  private List<Reply> ask(List<Consult> consults, int limit) throws NotNow {
    asked.addAll(consults);
    if (silent && !consults.isEmpty() && consults.stream().noneMatch(remembered::containsKey)) {
      throw nobody();
    }
    return consults.stream().map(consult -> reply(consult, limit)).toList();
  }

  private Reply reply(Consult consult, int limit) {
    if (!silent) {
      List<Finding> fitting = findings.getOrDefault(consult, List.of());
      remembered.put(consult, new Remembered(fitting, clock.instant()));
    }
    @Nullable Remembered before = remembered.get(consult);
    return new Reply(
        consult,
        before == null ? List.of() : before.findings().stream().limit(limit).toList(),
        silent && before != null ? before.at() : null,
        silent ? List.of(BASE) : List.of());
  }

  @Override
  public synchronized Optional<Item> item(String id) throws NotNow {
    if (silent) {
      throw nobody();
    }
    return Optional.ofNullable(items.get(id));
  }

  private static NotNow nobody() {
    return new NotNow("The knowledge base gives no answer now (fake).", (Throwable) null);
  }
}
