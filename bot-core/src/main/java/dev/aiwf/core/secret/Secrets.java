package dev.aiwf.core.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets in text by the shapes that their makers gave them. Only what can hardly be anything
 * else is found: a word that merely looks random is not.
 */
public final class Secrets {

  private static final String KEY_BEGINS = "-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----";
  private static final String TO_ITS_END =
      "(?s:.{0,16000}?)-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----";

  /** What was cut off before its end: its headers, and lines that hardly are words. */
  private static final String AS_FAR_AS_IT_GOES =
      "(?:(?:\\s|\\\\n){1,9}(?:[A-Za-z0-9+/=]{16,200}|[A-Za-z-]{3,20}: [^\\n]{0,200})){0,400}+";

  private static final Map<Pattern, String> SHAPES =
      Map.ofEntries(
          shape(KEY_BEGINS + "(?:" + TO_ITS_END + "|" + AS_FAR_AS_IT_GOES + ")", "a private key"),
          shape("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b", "an AWS access key"),
          shape("\\bgh[pousr]_[A-Za-z0-9]{36,255}\\b", "a GitHub token"),
          shape("\\bgithub_pat_[A-Za-z0-9_]{60,255}\\b", "a GitHub token"),
          shape("\\bglpat-[A-Za-z0-9_-]{20,255}", "a GitLab token"),
          shape("\\bxox[abeoprs]-[A-Za-z0-9-]{20,255}", "a Slack token"),
          shape("\\bxapp-\\d-[A-Za-z0-9-]{20,255}", "a Slack token"),
          shape(
              "\\bhooks\\.slack\\.com/services/T[A-Z0-9]{6,20}/B[A-Z0-9]{6,20}/[A-Za-z0-9]{20,40}",
              "a Slack webhook"),
          shape(
              "\\b[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}",
              "a Discord token"),
          shape("\\bAIza[0-9A-Za-z_-]{35}", "a Google API key"),
          shape("\\b[rs]k_live_[0-9A-Za-z]{24,255}\\b", "a Stripe key"),
          shape(
              "\\bsk-(proj|ant|svcacct|admin)[A-Za-z0-9-]{0,12}-[A-Za-z0-9_-]{32,255}",
              "a model provider's key"),
          shape("\\bhf_[A-Za-z]{34}\\b", "a Hugging Face token"),
          shape("\\bnpm_[A-Za-z0-9]{36}\\b", "an npm token"));

  private Secrets() {}

  /**
   * Where a secret is.
   *
   * @param kind what it looks like, with its article
   * @param line the line, from 1
   * @param start where it begins in the text
   * @param end where it ends
   */
  public record Found(String kind, int line, int start, int end) {}

  /** All secrets in a text, the first one first. */
  public static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    SHAPES.forEach((shape, kind) -> {
      Matcher matcher = shape.matcher(text);
      while (matcher.find()) {
        found.add(new Found(kind, line(text, matcher.start()), matcher.start(), matcher.end()));
      }
    });
    found.sort((one, other) -> Integer.compare(one.start(), other.start()));
    return List.copyOf(found);
  }

  /** The text with its secrets blotted out, each with what it looked like. */
  public static String masked(String text) {
    StringBuilder masked = new StringBuilder();
    int at = 0;
    for (Found found : in(text)) {
      if (found.start() >= at) {
        masked
            .append(text, at, found.start())
            .append("(")
            .append(found.kind())
            .append(", removed)");
        at = found.end();
      }
    }
    return masked.append(text, at, text.length()).toString();
  }

  private static int line(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  private static Map.Entry<Pattern, String> shape(String pattern, String kind) {
    return Map.entry(Pattern.compile(pattern), kind);
  }
}
