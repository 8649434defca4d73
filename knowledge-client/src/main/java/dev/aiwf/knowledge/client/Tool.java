package dev.aiwf.knowledge.client;

import dev.aiwf.core.project.Finding.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tools that bring findings, with the fields that these are made of. */
enum Tool {
  SEARCH_KNOWLEDGE("query", null, "title", "content"),
  GET_DECISIONS("topic", Kind.DECISION, "question", "recommended_approach"),
  GET_PATTERNS("topic", Kind.PATTERN, "name", "problem"),
  GET_WARNINGS("topic", Kind.WARNING, "title", "description"),
  GET_METHODOLOGIES("topic", Kind.METHODOLOGY, "name", "");

  private final String argument;
  private final @Nullable Kind kind;
  private final String title;
  private final String text;

  Tool(String argument, @Nullable Kind kind, String title, String text) {
    this.argument = argument;
    this.kind = kind;
    this.title = title;
    this.text = text;
  }

  /** The one that a consult names. */
  static Optional<Tool> named(String word) {
    return Arrays.stream(values()).filter(tool -> tool.word().equals(word)).findFirst();
  }

  /** The one that brings items of this kind. */
  static Tool of(Kind kind) {
    return switch (kind) {
      case DECISION -> GET_DECISIONS;
      case PATTERN -> GET_PATTERNS;
      case WARNING -> GET_WARNINGS;
      case METHODOLOGY -> GET_METHODOLOGIES;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The argument that takes what is asked about. */
  String argument() {
    return argument;
  }

  /** What it brings; none if any kind. */
  @Nullable Kind kind() {
    return kind;
  }

  /** The field that says what an item is about. */
  String title() {
    return title;
  }

  /** The field that says the most; empty if none does. */
  String text() {
    return text;
  }

  /** Where an item of its kind stands on a server. */
  String address(String id) {
    return "knowledge://" + word().replaceFirst("^get_", "") + "/" + id;
  }
}
