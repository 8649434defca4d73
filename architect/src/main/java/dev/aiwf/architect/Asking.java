package dev.aiwf.architect;

import dev.aiwf.architect.Fault.Kind;
import dev.aiwf.core.port.Architect.Listener;
import dev.aiwf.core.port.Architect.Spent;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one request at a time, again where that helps, and counts what all of them cost. */
final class Asking {

  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration GLANCE = Duration.ofMillis(250);

  /** Letters of the longest words there are. */
  private static final int LETTERS_A_TOKEN = 16;

  private final World world;
  private final Patience patience;
  private final Listener listener;
  private final Instant until;
  private final Tally tally = new Tally();
  private String longest = "";

  Asking(World world, Patience patience, Listener listener, Instant until) {
    this.world = world;
    this.patience = patience;
    this.listener = listener;
    this.until = until;
  }

  long tokens() {
    return tally.tokens();
  }

  Spent spent(String model) {
    return tally.spent(model);
  }

  /** The most that was said in a try that failed, with what was said before it. */
  String longest() {
    return longest;
  }

  /** What came of it: an end that is sound, a stop, or the last failure. */
  Reply ask(Voice voice, Sized request, String said) throws InterruptedException {
    String before = said.isBlank() ? "" : said + "\n\n";
    for (int tried = 1; ; tried++) {
      Reply reply = sound(once(voice, request, before), request.request(), !said.isBlank());
      if (!(reply instanceof Reply.Failed(String text, Fault fault))) {
        return reply;
      }
      LOG.info("The model {} failed: {}", voice.name(), fault.kind());
      keep(fault, before + text);
      if (tried >= fault.kind().tries() || !waited(fault, tried)) {
        return reply;
      }
    }
  }

  private Reply once(Voice voice, Sized request, String before) throws InterruptedException {
    int longestAnswer = request.request().maxOutputTokens() * LETTERS_A_TOKEN;
    Reply reply =
        new Stream(world.clock(), patience, listener, before, longestAnswer, until)
            .read(voice.model(), request.request());
    count(voice, request, reply);
    return reply;
  }

  private static Reply sound(Reply reply, ChatRequest request, boolean anyBefore) {
    if (reply instanceof Reply.Ended ended) {
      Optional<Kind> wrong = Voice.wrong(ended, !request.toolSpecifications().isEmpty(), anyBefore);
      if (wrong.isPresent()) {
        return new Reply.Failed(ended.text(), new Fault(wrong.get()));
      }
    }
    return reply;
  }

  private void count(Voice voice, Sized request, Reply reply) {
    TokenUsage usage = null;
    int written = Tokens.of(reply.text());
    switch (reply) {
      case Reply.Ended ended -> {
        usage = ended.usage();
        written = Tokens.of(ended.message());
      }
      case Reply.Failed(String text, Fault fault) -> {
        if (text.isEmpty() && !fault.kind().mayCost()) {
          return;
        }
      }
      case Reply.Stopped _, Reply.Overlong _ -> {
        // Neither says what it cost.
      }
    }
    tally.add(usage, request.tokens(), written, voice.price());
  }

  /** What a provider took back is not kept. */
  private void keep(Fault fault, String text) {
    if (fault.kind() != Kind.REFUSED && text.length() > longest.length()) {
      longest = text;
    }
  }

  /** Whether it has waited for another try; what takes too long is left to another model. */
  private boolean waited(Fault fault, int tried) throws InterruptedException {
    double jitter = 0.5 + world.random().nextDouble();
    Duration usual = Duration.ofMillis((long) (PAUSE.toMillis() * (1L << tried) * jitter));
    Duration pause = fault.after().filter(after -> after.compareTo(usual) > 0).orElse(usual);
    if (pause.compareTo(LONGEST_PAUSE) > 0 || world.clock().instant().plus(pause).isAfter(until)) {
      return false;
    }
    while (pause.isPositive() && !listener.stopped()) {
      Duration glance = pause.compareTo(GLANCE) < 0 ? pause : GLANCE;
      world.pause().take(glance);
      pause = pause.minus(glance);
    }
    return true;
  }
}
