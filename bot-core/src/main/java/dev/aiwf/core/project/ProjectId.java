package dev.aiwf.core.project;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Names a project in its workspace. It is the project's name in lower case with hyphens, so that it
 * reads well in an address, a branch and a folder, and two starts of one name meet in one project.
 *
 * @param value letters, digits and single hyphens
 */
public record ProjectId(String value) {

  private static final int LONGEST = 60;

  /** The id that a name leads to; none if the name holds no letter and no digit. */
  public static Optional<ProjectId> of(String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "-")
            .replaceAll("^-|-$", "");
    return slug.isEmpty() || slug.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new ProjectId(slug));
  }

  @Override
  public String toString() {
    return value;
  }
}
