package dev.aiwf.testkit;

import dev.aiwf.core.port.Architect;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** An architect that does what a test wrote down, one script for each turn of talk. */
public final class ScriptedArchitect implements Architect {

  /** What every turn of it costs. */
  public static final Spent SPENT = new Spent("scripted", 900, 100, new BigDecimal("0.01"));

  private final Deque<List<Act>> scripts = new ArrayDeque<>();
  private final List<Talk> told = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();

  /** One thing that it does. */
  public sealed interface Act {

    /** Says more. */
    record Says(String text) implements Act {}

    /** Uses a tool. */
    record Uses(String tool, Map<String, Object> with) implements Act {}

    /** Goes on when the test lets it, having said that it has come so far. */
    record Waits(CountDownLatch here, CountDownLatch on) implements Act {}

    /** Gives no answer. */
    record Fails(String sentence) implements Act {}
  }

  /** Does this in the next turn that has no script yet. */
  public synchronized ScriptedArchitect then(Act... acts) {
    scripts.add(List.of(acts));
    return this;
  }

  /** Everything that it was told, the earliest first. */
  public synchronized List<Talk> told() {
    return List.copyOf(told);
  }

  /** What its calls came to, the earliest first. */
  public synchronized List<Result> results() {
    return List.copyOf(results);
  }

  @Override
  public String model() {
    return "scripted";
  }

  @Override
  public Answer talk(Talk talk, Listener listener) throws Silent, InterruptedException {
    StringBuilder said = new StringBuilder();
    for (Act act : begin(talk)) {
      if (listener.stopped()) {
        return new Answer(said.toString(), End.STOPPED, SPENT);
      }
      switch (act) {
        case Act.Says(var text) -> listener.hear(said.append(text).toString());
        case Act.Uses(var tool, var with) -> keep(listener.call(new Call(tool, with)));
        case Act.Waits(var here, var on) -> {
          here.countDown();
          on.await();
        }
        case Act.Fails(var sentence) -> throw new Silent(sentence, SPENT);
      }
    }
    return new Answer(said.toString(), listener.stopped() ? End.STOPPED : End.WHOLE, SPENT);
  }

  private synchronized List<Act> begin(Talk talk) {
    told.add(talk);
    List<Act> script = scripts.poll();
    return script == null ? List.of(new Act.Says("Nothing more is written down.")) : script;
  }

  private synchronized void keep(Result result) {
    results.add(result);
  }
}
