package dev.aiwf.core.guide;

import dev.aiwf.core.project.Action;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of a form that was sent. */
public sealed interface Submission {

  /** It is this action. */
  record Ready(Action action) implements Submission {}

  /** These fields are wrong, each with a sentence. */
  record Wrong(Map<String, String> errors) implements Submission {
    public Wrong {
      errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }
  }
}
