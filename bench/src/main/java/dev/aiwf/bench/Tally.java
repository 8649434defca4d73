package dev.aiwf.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What people did in a day and had acknowledged. */
final class Tally {

  final LongAdder started = new LongAdder();
  final LongAdder finished = new LongAdder();
  final LongAdder commands = new LongAdder();
  final LongAdder pressed = new LongAdder();
  final LongAdder repeated = new LongAdder();

  private final Map<String, Queue<String>> said = new ConcurrentHashMap<>();
  private final LongAdder words = new LongAdder();

  void said(String project, String what) {
    said.computeIfAbsent(project, _ -> new ConcurrentLinkedQueue<>()).add(what);
    words.increment();
  }

  /** Every acknowledged message is in its project's history, once, and nothing else is. */
  void everythingSaidOnce(Api api) throws IOException, InterruptedException {
    for (var each : said.entrySet()) {
      List<String> acknowledged = each.getValue().stream().sorted().toList();
      List<String> found = api.words(each.getKey()).stream().sorted().toList();
      if (!found.equals(acknowledged) || api.said(each.getKey()) != acknowledged.size()) {
        List<String> lost = new ArrayList<>(acknowledged);
        found.forEach(lost::remove);
        throw new IOException(
            "In %s %d messages were acknowledged, but %d took effect. Lost: %s"
                .formatted(each.getKey(), acknowledged.size(), found.size(), lost));
      }
    }
  }

  String line() {
    return ("%,d projects started, %,d finished; %,d messages, %,d other commands and %,d presses"
            + " in Slack acknowledged; %,d of all were delivered twice.")
        .formatted(
            started.sum(),
            finished.sum(),
            words.sum(),
            commands.sum(),
            pressed.sum(),
            repeated.sum());
  }
}
