package dev.aiwf.web.pages;

import dev.aiwf.core.project.Repository;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a repository can be looked at in a browser, if its host is one whose addresses are known.
 *
 * @param root the repository's page
 * @param between what GitLab has between that and what is looked at; empty on GitHub
 * @param place which folder on which branch
 */
record Remote(String root, String between, Repository.Place place) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https://|ssh://git@|git@)(?:[^/@]*@)?(github\\.com|gitlab\\.com)[/:]"
              + "([\\w.-]+(?:/[\\w.-]+?)+?)(?:\\.git)?/?");

  static Optional<Remote> of(Repository.Place place) {
    Matcher known = ADDRESS.matcher(place.address());
    return known.matches()
        ? Optional.of(
            new Remote(
                "https://" + known.group(1) + "/" + known.group(2),
                known.group(1).equals("gitlab.com") ? "/-" : "",
                place))
        : Optional.empty();
  }

  String folder() {
    return root + between + "/tree/" + place.branch() + "/" + place.folder();
  }

  String file(String path) {
    return root + between + "/blob/" + place.branch() + "/" + place.folder() + "/" + path;
  }

  String commit(String sha) {
    return root + between + "/commit/" + sha;
  }
}
