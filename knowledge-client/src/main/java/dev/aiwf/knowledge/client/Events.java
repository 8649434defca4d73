package dev.aiwf.knowledge.client;

import java.util.concurrent.Flow;
import java.util.function.BiConsumer;

/** Server-sent events, out of the lines that they come in. */
final class Events implements Flow.Subscriber<String> {

  private static final String USUAL = "message";

  private final BiConsumer<String, String> each;
  private final StringBuilder data = new StringBuilder();
  private String name = USUAL;

  /**
   * Events that are not begun.
   *
   * @param each takes an event's name and its data
   */
  Events(BiConsumer<String, String> each) {
    this.each = each;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    if (line.isEmpty()) {
      end();
    } else if (line.startsWith("data:")) {
      data.append(data.isEmpty() ? "" : "\n").append(value(line));
    } else if (line.startsWith("event:")) {
      name = value(line);
    }
  }

  private static String value(String line) {
    String value = line.substring(line.indexOf(':') + 1);
    return value.startsWith(" ") ? value.substring(1) : value;
  }

  private void end() {
    String all = data.toString();
    String event = name;
    data.setLength(0);
    name = USUAL;
    if (!all.isEmpty()) {
      each.accept(event, all);
    }
  }

  @Override
  public void onError(Throwable throwable) {}

  @Override
  public void onComplete() {}
}
