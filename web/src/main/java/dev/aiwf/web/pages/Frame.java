package dev.aiwf.web.pages;

import dev.aiwf.web.access.Who;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param title what stands in the browser's tab
 * @param path where the page is
 * @param who whom it is shown to; nobody where somebody is still to sign in
 * @param assets where styles and scripts are
 * @param ids names forms, each time another
 */
public record Frame(
    String title, String path, Who.@Nullable Known who, Assets assets, Supplier<String> ids) {

  /** Names a form, so that sending it twice is one command. */
  public String request() {
    return ids.get();
  }

  /** Whether the page is in this part of the console; the first page is the projects'. */
  public boolean isUnder(String part) {
    return path.startsWith(part) || (path.equals("/") && part.equals("/projects"));
  }

  /** Whether the person may say another name. */
  public boolean onTheirWord() {
    return who != null && who.trust() == Who.Trust.LOOPBACK;
  }

  /** What the person is called. */
  public String name() {
    return who == null ? "" : who.person().name();
  }
}
