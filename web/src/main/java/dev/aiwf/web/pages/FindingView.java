package dev.aiwf.web.pages;

import dev.aiwf.core.project.Finding;
import org.jspecify.annotations.Nullable;

/**
 * An item of a knowledge base in a line or two.
 *
 * @param title what it is about
 * @param text the beginning of what it says; empty where the title says enough
 * @param kind what sort of item it is, as styles name it
 * @param sort the same for people
 * @param page where all of it is
 * @param source the text that it rests on
 * @param address where that text can be opened; none if it can't be followed from here
 * @param base the knowledge base that has it
 * @param fit how well it fits, from one to five
 */
public record FindingView(
    String title,
    String text,
    String kind,
    String sort,
    String page,
    String source,
    @Nullable String address,
    String base,
    int fit) {

  private static final int BEST = 5;

  static FindingView of(Finding finding) {
    String address = finding.address();
    return new FindingView(
        finding.title(),
        finding.text(),
        key(finding.kind()),
        sort(finding.kind()),
        Addresses.item(finding.id()),
        finding.source(),
        address == null ? null : Addresses.followable(address).orElse(null),
        finding.base(),
        Math.clamp(Math.round(finding.score() * BEST), 1, BEST));
  }

  /** How well it fits, in words. */
  public String fits() {
    return switch (fit) {
      case BEST -> "fits very well";
      case 4 -> "fits well";
      case 3 -> "fits";
      default -> "fits in part";
    };
  }

  static String key(Finding.Kind kind) {
    return switch (kind) {
      case DECISION -> "decision";
      case PATTERN -> "pattern";
      case WARNING -> "warning";
      case METHODOLOGY -> "methodology";
    };
  }

  static String sort(Finding.Kind kind) {
    return switch (kind) {
      case DECISION -> "Decision";
      case PATTERN -> "Pattern";
      case WARNING -> "Warning";
      case METHODOLOGY -> "Method";
    };
  }
}
