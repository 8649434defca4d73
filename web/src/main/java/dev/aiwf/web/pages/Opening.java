package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;

/**
 * A way to a form that stands under no message's button.
 *
 * @param label what stands on it
 * @param form which form
 */
public record Opening(String label, FormRef form) {

  /** The part of the address that opens the form. */
  public String query() {
    return FormRefs.query(form);
  }
}
