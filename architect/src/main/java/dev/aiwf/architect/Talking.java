package dev.aiwf.architect;

import dev.aiwf.architect.Fault.Kind;
import dev.aiwf.core.port.Architect.Answer;
import dev.aiwf.core.port.Architect.End;
import dev.aiwf.core.port.Architect.Limits;
import dev.aiwf.core.port.Architect.Listener;
import dev.aiwf.core.port.Architect.Silent;
import dev.aiwf.core.port.Architect.Talk;
import dev.langchain4j.model.output.FinishReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One turn of talk, from its first request to its end. */
final class Talking {

  /** With less room than this nothing of use is said. */
  private static final int LEAST = 64;

  private final Limits limits;
  private final Listener listener;
  private final Script script;
  private final Calls calls;
  private final Asking asking;
  private final List<Exchange> past = new ArrayList<>();
  private String said = "";
  private boolean done;

  Talking(World world, Patience patience, Talk talk, Listener listener) {
    Fence fence = new Fence(world.random());
    Instant until = world.clock().instant().plus(patience.all());
    this.limits = talk.limits();
    this.listener = listener;
    this.script = new Script(talk, fence);
    this.calls = new Calls(listener, fence);
    this.asking = new Asking(world, patience, listener, until);
    this.done = talk.tools().isEmpty();
  }

  Answer with(List<Voice> voices) throws Silent, InterruptedException {
    List<Sentences.Failed> failed = new ArrayList<>();
    for (Voice voice : voices) {
      try {
        return rounds(voice);
      } catch (Fault fault) {
        failed.add(new Sentences.Failed(voice.name(), fault));
      }
    }
    String last = voices.getLast().name();
    String kept = asking.longest().strip();
    if (!kept.isBlank()) {
      return new Answer(kept, End.CUT, asking.spent(last));
    }
    throw new Silent(Sentences.of(failed), asking.spent(last));
  }

  private Answer rounds(Voice voice) throws InterruptedException {
    while (true) {
      if (listener.stopped()) {
        return answer(voice, "", End.STOPPED);
      }
      Sized request = next(voice);
      switch (asking.ask(voice, request, said)) {
        case Reply.Stopped(String text) -> {
          return answer(voice, text, End.STOPPED);
        }
        case Reply.Overlong(String text) -> {
          return answer(voice, text, End.CUT);
        }
        case Reply.Failed(_, Fault fault) -> throw fault;
        case Reply.Ended ended -> {
          if (ended.reason() == FinishReason.LENGTH) {
            return answer(voice, ended.text(), End.CUT);
          }
          if (done || !ended.message().hasToolExecutionRequests()) {
            return answer(voice, ended.text(), End.WHOLE);
          }
          use(voice, request, ended);
        }
      }
    }
  }

  /** The next request: with tools while another one fits after it, and the last one without. */
  private Sized next(Voice voice) {
    done |= past.size() >= limits.rounds();
    if (!done) {
      Sized open = script.open(voice, past, limits.written());
      if (limits.all() - asking.tokens() >= 2L * (open.tokens() + limits.written())) {
        return open;
      }
      done = true;
    }
    int size = script.closing(past, limits.written()).tokens();
    long room = Math.min(limits.written(), limits.all() - asking.tokens() - size);
    if (room < LEAST) {
      throw new Fault(Kind.SPENT);
    }
    return script.closing(past, (int) room);
  }

  private void use(Voice voice, Sized request, Reply.Ended ended) throws InterruptedException {
    int room = limits.read() - request.tokens() - Tokens.of(ended.message());
    Calls.Made made = calls.make(voice, ended.message(), Math.max(LEAST, room));
    past.add(made.exchange());
    // A model that only repeats itself would do so to the last round.
    done |= !made.fresh();
    said = joined(ended.text());
  }

  private Answer answer(Voice voice, String text, End end) {
    return new Answer(joined(text), end, asking.spent(voice.name()));
  }

  private String joined(String text) {
    return said.isBlank() || text.isBlank() ? said + text : said + "\n\n" + text;
  }
}
