package dev.aiwf.web.pages;

import dev.aiwf.core.project.Entry;
import dev.aiwf.core.rules.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a project, the latest first.
 *
 * @param shell what is around it
 * @param filters what of it can be looked at
 * @param days what happened on each day
 * @param earlier where what happened before is; none if this is all
 */
public record HistoryView(
    Shell shell, List<Filter> filters, List<Day> days, @Nullable String earlier) {

  public HistoryView {
    filters = List.copyOf(filters);
    days = List.copyOf(days);
  }

  /** The facts as people read them, those of one command together. */
  static List<Day> days(List<Entry> facts, Telling telling) {
    List<Day> days = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    String day = "";
    for (int i = 0; i < facts.size(); ) {
      Entry first = facts.get(i);
      List<String> lines = new ArrayList<>();
      boolean weighty = false;
      for (; i < facts.size() && facts.get(i).command().equals(first.command()); i++) {
        telling.of(facts.get(i)).ifPresent(lines::add);
        weighty |= Telling.weighty(facts.get(i).fact());
      }
      if (lines.isEmpty()) {
        continue;
      }
      if (!Words.day(first.at()).equals(day)) {
        day = Words.day(first.at());
        events = new ArrayList<>();
        days.add(new Day(day, events));
      }
      events.addFirst(
          new Event(
              first.number(),
              first.at().toString(),
              Words.time(first.at()),
              telling.who(first),
              weighty,
              lines));
    }
    return days.reversed();
  }

  /** A choice of what happened. */
  public record Filter(String title, String address, boolean chosen) {}

  /** A day, what happened last in it first. */
  public record Day(String day, List<Event> events) {}

  /**
   * What one command led to.
   *
   * @param weighty whether somebody may be looking for it
   */
  public record Event(
      long number, String at, String time, String who, boolean weighty, List<String> lines) {}
}
