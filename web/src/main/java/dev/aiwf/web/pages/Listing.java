package dev.aiwf.web.pages;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Sample;
import dev.aiwf.core.project.Status;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  /** What is found, in the order of the list; only what is shown is worded. */
  Found found() {
    List<Projects.Line> all = projects.list();
    List<Projects.Line> matching = all.stream().filter(this::matches).toList();
    List<Projects.Line> chosen = matching.stream().filter(line -> has(show, line)).toList();
    RowView only = all.size() == 1 ? row(all.getFirst()) : null;
    return new Found(
        Arrays.stream(Show.values()).map(each -> filter(each, matching)).toList(),
        chosen.stream().limit(most).map(this::row).toList(),
        chosen.size() > most ? address(show) + "&most=" + (most + PAGE) : null,
        only != null && only.sample() ? only : null,
        all.isEmpty());
  }

  private HomeView.Filter filter(Show each, List<Projects.Line> matching) {
    long count = matching.stream().filter(line -> has(each, line)).count();
    return new HomeView.Filter(each.title, address(each), count, each == show);
  }

  private boolean has(Show each, Projects.Line line) {
    return switch (each) {
      case ALL -> true;
      case OPEN -> line.status() != Status.COMPLETE;
      case MINE -> {
        String person = waitedFor(line);
        yield person != null && person.equalsIgnoreCase(me);
      }
      case FINISHED -> line.status() == Status.COMPLETE;
    };
  }

  private String address(Show each) {
    String search = query.isEmpty() ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return "/?show=" + each.key() + search;
  }

  private boolean matches(Projects.Line line) {
    return query.isEmpty()
        || Stream.of(line.name(), line.id().value(), line.stepTitle(), line.owner())
            .anyMatch(text ->
                text != null
                    && text.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT)));
  }

  private RowView row(Projects.Line line) {
    return new RowView(
        line,
        phases(line.workflow().id()),
        waitedFor(line),
        Ago.of(line.updated(), now),
        line.id().equals(Sample.ID) && isSample(line));
  }

  /** How many phases a workflow has; 0 where it is not offered any more. */
  private int phases(String workflow) {
    return projects.offered().stream()
        .filter(offered -> offered.ref().id().equals(workflow))
        .findFirst()
        .map(offered -> offered.phases().size())
        .orElse(0);
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
  }
}
