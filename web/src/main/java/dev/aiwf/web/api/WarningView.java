package dev.aiwf.web.api;

import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Warnings;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Warning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A warning that holds now. */
record WarningView(
    String id,
    Warning.Kind kind,
    String title,
    String text,
    @Nullable String reference,
    List<String> change,
    @Nullable Met met) {

  static List<WarningView> all(Situation here) {
    return here.warnings().stream().map(warning -> of(here, warning)).toList();
  }

  private static WarningView of(Situation here, Warning warning) {
    Remarks.Acknowledgement met =
        Warnings.met(here.workflow(), here.sidecar(), here.known(), warning).orElse(null);
    return new WarningView(
        warning.id(),
        warning.kind(),
        Words.filled(here.known(), warning.title()),
        Words.filled(here.known(), warning.text()),
        warning.reference(),
        warning.change(),
        met == null ? null : new Met(met.mitigation(), met.by().value(), met.at()));
  }

  /** Who said how it will be met. */
  record Met(String mitigation, String by, Instant at) {}
}
