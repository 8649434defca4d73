package dev.aiwf.web.pages;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Sample;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Workflow;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which projects the first page shows.
 *
 * @param projects all there are
 * @param signers whose signatures are missing
 * @param me what the person who looks is called
 * @param show which of them are wanted
 * @param query what must stand in their names, steps or owners
 * @param most how many at most
 * @param now tells how long ago they were touched
 */
record Listing(
    Projects projects, Signers signers, String me, Show show, String query, int most, Instant now) {

  private static final int PAGE = 50;
  private static final int LONGEST = 60;

  static Listing asked(
      Projects projects, Signers signers, String me, Context context, Instant now) {
    String wanted = Optional.ofNullable(context.queryParam("show")).orElse("");
    String query = Optional.ofNullable(context.queryParam("q")).orElse("").strip();
    String most = Optional.ofNullable(context.queryParam("most")).orElse("");
    return new Listing(
        projects,
        signers,
        me,
        Arrays.stream(Show.values())
            .filter(show -> show.key().equals(wanted))
            .findFirst()
            .orElse(Show.ALL),
        query.substring(0, Math.min(query.length(), LONGEST)),
        most.matches("\\d{1,5}") ? Math.max(PAGE, Integer.parseInt(most)) : PAGE,
        now);
  }

  /** What is found, in the order of the list. */
  Found found() {
    List<RowView> all = rows(projects.list());
    List<RowView> matching = all.stream().filter(this::matches).toList();
    List<RowView> chosen = matching.stream().filter(row -> show.has(row, me)).toList();
    return new Found(
        Arrays.stream(Show.values()).map(each -> filter(each, matching)).toList(),
        chosen.stream().limit(most).toList(),
        chosen.size() > most ? address(show) + "&most=" + (most + PAGE) : null,
        all.size() == 1 && all.getFirst().sample() ? all.getFirst() : null,
        all.isEmpty());
  }

  private HomeView.Filter filter(Show each, List<RowView> matching) {
    long count = matching.stream().filter(row -> each.has(row, me)).count();
    return new HomeView.Filter(each.title, address(each), count, each == show);
  }

  private String address(Show each) {
    String search = query.isEmpty() ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return "/?show=" + each.key() + search;
  }

  private boolean matches(RowView row) {
    Projects.Line line = row.line();
    return Stream.of(line.name(), line.id().value(), line.stepTitle(), line.owner())
        .anyMatch(text ->
            text != null && text.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT)));
  }

  private List<RowView> rows(List<Projects.Line> lines) {
    Map<String, Integer> phases = new HashMap<>();
    for (Workflow workflow : projects.offered()) {
      phases.putIfAbsent(workflow.ref().id(), workflow.phases().size());
    }
    return lines.stream()
        .map(line ->
            new RowView(
                line,
                phases.getOrDefault(line.workflow().id(), 0),
                waitedFor(line),
                Ago.of(line.updated(), now),
                line.id().equals(Sample.ID) && isSample(line)))
        .toList();
  }

  private boolean isSample(Projects.Line line) {
    return projects.find(line.id()).map(Projects.Standing::sidecar).filter(Sample::is).isPresent();
  }

  /** Whoever may sign where a signature is missing, and else whose project it is. */
  private @Nullable String waitedFor(Projects.Line line) {
    if (line.waitingFor() == null) {
      return null;
    }
    return line.waitingFor().equals("a signature") ? signers.of(line) : line.owner();
  }

  /**
   * What was found.
   *
   * @param filters how many there are of each sort
   * @param rows what is shown
   * @param next where more is
   * @param sample the sample, where there is nothing else
   * @param nothing whether there is no project at all
   */
  record Found(
      List<HomeView.Filter> filters,
      List<RowView> rows,
      @Nullable String next,
      @Nullable RowView sample,
      boolean nothing) {}

  /** A choice of projects. */
  enum Show {
    ALL("All"),
    OPEN("Open"),
    MINE("Waiting for me"),
    FINISHED("Finished");

    private final String title;

    Show(String title) {
      this.title = title;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    private boolean has(RowView row, String me) {
      return switch (this) {
        case ALL -> true;
        case OPEN -> row.line().status() != Status.COMPLETE;
        case MINE -> row.person() != null && row.person().equalsIgnoreCase(me);
        case FINISHED -> row.line().status() == Status.COMPLETE;
      };
    }
  }
}
