package dev.aiwf.artifacts.git;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where people of a host that is known review a branch. */
final class Review {

  private Review() {}

  static @Nullable String link(Address address, String branch) {
    String page = address.page();
    if (page == null) {
      return null;
    }
    String name = URLEncoder.encode(branch, StandardCharsets.UTF_8);
    return switch (address.host()) {
      case "github.com" -> page + "/compare/" + name.replace("%2F", "/") + "?expand=1";
      case "gitlab.com" -> page + "/-/merge_requests/new?merge_request%5Bsource_branch%5D=" + name;
      default -> null;
    };
  }
}
