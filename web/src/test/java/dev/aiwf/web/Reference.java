package dev.aiwf.web;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.workflow.Consult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A knowledge base that has what a test puts into it, and finds it by any word of its title. */
final class Reference implements Knowledge {

  final Map<String, Item> items = new LinkedHashMap<>();
  private boolean connected = true;
  private @Nullable String trouble;

  /** As the server sees it; taken away, it is no more there. */
  Optional<Knowledge> connected() {
    return Optional.<Knowledge>of(this).filter(_ -> connected);
  }

  void takenAway() {
    connected = false;
  }

  void falls(String silent) {
    trouble = silent;
  }

  void put(Item item) {
    items.put(item.finding().id(), item);
  }

  @Override
  public List<Reply> ask(List<Consult> consults) throws NotNow {
    List<Reply> replies = new ArrayList<>();
    for (Consult consult : consults) {
      List<Finding> all = search(consult.topic(), MOST).findings();
      replies.add(
          new Reply(
              consult,
              all.stream().filter(finding -> consult.tool().contains(word(finding))).toList(),
              null,
              List.of()));
    }
    return replies;
  }

  private static String word(Finding finding) {
    return switch (finding.kind()) {
      case DECISION -> "decision";
      case PATTERN -> "pattern";
      case WARNING -> "warning";
      case METHODOLOGY -> "methodolog";
    };
  }

  @Override
  public Reply search(String words, int limit) throws NotNow {
    check();
    return new Reply(
        new Consult("search_knowledge", words),
        items.values().stream()
            .filter(item -> fits(item, words))
            .map(Item::finding)
            .limit(limit)
            .toList(),
        null,
        List.of());
  }

  private static boolean fits(Item item, String words) {
    return item.topics().contains(words)
        || Pattern.compile(" ").splitAsStream(words).anyMatch(item.finding().title()::contains);
  }

  @Override
  public Optional<Item> item(String id) throws NotNow {
    check();
    return Optional.ofNullable(items.get(id));
  }

  private void check() throws NotNow {
    if (trouble != null) {
      throw new NotNow(trouble, (Throwable) null);
    }
  }
}
