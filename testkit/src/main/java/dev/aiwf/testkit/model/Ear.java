package dev.aiwf.testkit.model;

import dev.aiwf.core.port.Architect.Call;
import dev.aiwf.core.port.Architect.Listener;
import dev.aiwf.core.port.Architect.Result;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** Listens to an architect, and remembers. */
public final class Ear implements Listener {

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private Function<Call, Result> answers = call -> new Result("nothing found", false);
  private Predicate<Ear> stops = _ -> false;

  /** How it answers calls. */
  public Ear answering(Function<Call, Result> with) {
    answers = with;
    return this;
  }

  /** When it wants the model to stop. */
  public Ear stoppingWhen(Predicate<Ear> when) {
    stops = when;
    return this;
  }

  /** What was heard, each time all that had arrived. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void hear(String soFar) {
    heard.add(soFar);
  }

  @Override
  public Result call(Call call) {
    calls.add(call);
    return answers.apply(call);
  }

  @Override
  public boolean stopped() {
    return stops.test(this);
  }
}
