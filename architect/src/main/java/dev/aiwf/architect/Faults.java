package dev.aiwf.architect;

import dev.aiwf.architect.Fault.Kind;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what went wrong from what was answered or thrown. */
final class Faults {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

  private Faults() {}

  /** The fault in an answer that is none. */
  static Fault in(int status, HttpHeaders headers, String body, Instant now) {
    return new Fault(kind(status, body.toLowerCase(Locale.ROOT)), after(headers, now), null);
  }

  /** Providers say the same thing under different numbers; what they call it tells more. */
  private static Kind kind(int status, String body) {
    if (status == 402 || says(body, "insufficient_quota", "credit balance is too low")) {
      return Kind.UNPAID;
    }
    if (status == 401 || status == 403 || says(body, "api_key_invalid", "api key not valid")) {
      return Kind.KEY;
    }
    if (status == 404 || says(body, "model_not_found")) {
      return Kind.UNKNOWN;
    }
    if (status == 413
        || says(body, "context_length_exceeded", "prompt is too long", "input token count")) {
      return Kind.LONG;
    }
    if (says(body, "content_filter", "content_policy")) {
      return Kind.REFUSED;
    }
    return switch (status) {
      case 408, 504 -> Kind.LATE;
      case 429 -> Kind.BUSY;
      default -> status >= 500 ? Kind.DOWN : Kind.WRONG;
    };
  }

  private static boolean says(String body, String... words) {
    for (String each : words) {
      if (body.contains(each)) {
        return true;
      }
    }
    return false;
  }

  /** As HTTP has it: seconds, or a date. */
  private static @Nullable Duration after(HttpHeaders headers, Instant now) {
    Optional<String> after = headers.firstValue("Retry-After").map(String::strip);
    if (after.isEmpty()) {
      return null;
    }
    if (SECONDS.matcher(after.get()).matches()) {
      return Duration.ofMillis((long) Math.ceil(Double.parseDouble(after.get()) * 1000));
    }
    try {
      Instant at =
          ZonedDateTime.parse(after.get(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The fault in what was thrown on the way. */
  static Fault in(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Fault fault -> {
          return fault;
        }
        case HttpConnectTimeoutException _ -> {
          return new Fault(Kind.UNREACHABLE, null, thrown);
        }
        case IOException _ -> {
          return new Fault(Kind.CUT, null, thrown);
        }
        default -> {
          // Further down.
        }
      }
    }
    return new Fault(Kind.BROKEN, null, thrown);
  }
}
