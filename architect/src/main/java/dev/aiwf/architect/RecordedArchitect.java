package dev.aiwf.architect;

import dev.aiwf.core.scenario.Reciting;
import dev.aiwf.core.scenario.Reply;
import java.util.List;
import java.util.function.Function;

/** Gives one answer that was recorded. */
final class RecordedArchitect implements Reciting {

  private final World world;
  private final RecordedModel model;
  private final List<Voice> voices;

  RecordedArchitect(World world, List<Reply> replies, Function<RecordedModel, List<Voice>> voices) {
    this.world = world;
    this.model = new RecordedModel(replies);
    this.voices = voices.apply(model);
  }

  @Override
  public String model() {
    return voices.getFirst().name();
  }

  @Override
  public int asked() {
    return model.asked();
  }

  @Override
  public Answer talk(Talk talk, Listener listener) throws Silent, InterruptedException {
    return new Talking(world, Patience.usual(), talk, new Hearing(listener)).with(voices);
  }

  /** Tells the model that its words were heard. */
  private final class Hearing implements Listener {
    private final Listener listener;

    Hearing(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void hear(String soFar) {
      listener.hear(soFar);
      model.heard();
    }

    @Override
    public Result call(Call call) throws InterruptedException {
      return listener.call(call);
    }

    @Override
    public boolean stopped() {
      return listener.stopped();
    }
  }
}
