package dev.aiwf.engine;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours in which nobody is reminded of anything.
 *
 * @param from when they begin
 * @param to when they end, on the next day if that is earlier
 * @param zone whose clock this is
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

  /** When the quiet ends that the given moment lies in; none if it lies in no quiet. */
  Optional<Instant> end(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    LocalTime time = here.toLocalTime();
    boolean overnight = to.isBefore(from);
    boolean late = !time.isBefore(from);
    boolean early = time.isBefore(to);
    boolean quiet = overnight ? late || early : late && early;
    if (!quiet) {
      return Optional.empty();
    }
    ZonedDateTime end = here.with(to);
    return Optional.of((overnight && late ? end.plusDays(1) : end).toInstant());
  }
}
