package dev.aiwf.web.pages;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Workflow;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks up: something in their own words, what there is on a topic, or both together.
 *
 * @param words their own words; empty where all of a topic is wanted, or nothing yet
 * @param topic the topic; empty where words alone are searched for
 * @param kind the only kind that is wanted; none if all are
 * @param topics the topics that the offered workflows look up
 */
public record Lookup(String words, String topic, Finding.@Nullable Kind kind, List<String> topics) {

  private static final int LONGEST = 200;
  private static final int MOST = 40;

  static Lookup of(Context context, List<Workflow> workflows) {
    String words = line(context, "q");
    String kind = line(context, "kind");
    return new Lookup(
        words,
        line(context, "topic"),
        Arrays.stream(Finding.Kind.values())
            .filter(each -> FindingView.key(each).equals(kind))
            .findFirst()
            .orElse(null),
        workflows.stream()
            .flatMap(workflow -> workflow.steps().stream())
            .flatMap(step -> step.consults().stream())
            .map(Consult::topic)
            .distinct()
            .sorted()
            .toList());
  }

  private static String line(Context context, String name) {
    String typed = Clean.line(Optional.ofNullable(context.queryParam(name)).orElse(""));
    return typed.substring(0, Math.min(typed.length(), LONGEST));
  }

  /** Whether anything is looked up. */
  public boolean wanted() {
    return !words.isEmpty() || !topic.isEmpty();
  }

  /** What is looked up, as it was typed. */
  public String about() {
    return Stream.of(words, topic)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  Found in(Knowledge knowledge) throws NotNow, InterruptedException {
    if (!wanted()) {
      return Found.NOTHING;
    }
    List<Knowledge.Reply> replies =
        words.isEmpty()
            ? knowledge.ask(
                Stream.of("get_decisions", "get_patterns", "get_warnings", "get_methodologies")
                    .map(tool -> new Consult(tool, topic))
                    .toList())
            : List.of(knowledge.search(about(), MOST));
    return found(replies);
  }

  private Found found(List<Knowledge.Reply> replies) {
    List<Finding> all =
        replies.stream()
            .flatMap(reply -> reply.findings().stream())
            .distinct()
            .sorted(Comparator.comparingDouble(Finding::score).reversed())
            .toList();
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter("All", address(null), all.size(), kind == null));
    for (Finding.Kind each : Finding.Kind.values()) {
      long count = all.stream().filter(finding -> finding.kind() == each).count();
      filters.add(new Filter(FindingView.sort(each) + "s", address(each), count, each == kind));
    }
    return new Found(
        filters,
        all.stream()
            .filter(finding -> kind == null || finding.kind() == kind)
            .map(FindingView::of)
            .toList(),
        replies.stream()
            .flatMap(reply -> Stream.ofNullable(reply.since()))
            .min(Comparator.naturalOrder())
            .map(since -> Words.day(since) + ", " + Words.time(since))
            .orElse(null),
        replies.stream().flatMap(reply -> reply.silent().stream()).distinct().toList());
  }

  private String address(Finding.@Nullable Kind other) {
    return address(topic, other == null ? "" : FindingView.key(other));
  }

  /** The same about another topic; about none, where it is about that one already. */
  public String with(String other) {
    return address(other.equals(topic) ? "" : other, only());
  }

  private String address(String topic, String kind) {
    String query =
        Stream.of(part("q", words), part("topic", topic), part("kind", kind))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? Addresses.KNOWLEDGE : Addresses.KNOWLEDGE + "?" + query;
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The kind that is wanted, as the form sends it. */
  public String only() {
    return kind == null ? "" : FindingView.key(kind);
  }

  /**
   * What came of it.
   *
   * @param filters how many there are of each kind
   * @param findings those that are shown, the best first
   * @param since when this was true, where nobody could be asked now
   * @param silent the knowledge bases that gave no answer
   */
  public record Found(
      List<Filter> filters,
      List<FindingView> findings,
      @Nullable String since,
      List<String> silent) {

    static final Found NOTHING = new Found(List.of(), List.of(), null, List.of());
  }

  /** A choice of findings. */
  public record Filter(String title, String address, long count, boolean chosen) {}
}
