package dev.aiwf.discord;

import java.util.Optional;

/**
 * Which form it is, as it travels through Discord with the form and with the button to its next
 * page.
 *
 * @param control the button that opened it
 * @param visit the visit that it was opened in: the next one may ask something else
 * @param from how many fields were passed on the pages before
 * @param page which page it is
 */
record FormOrigin(String control, int visit, int from, int page) {

  private static final String FORM = "form:";
  private static final String NEXT = "next:";

  private String written(String kind) {
    return kind + control + ":" + visit + ":" + from + ":" + page;
  }

  /** On the form. */
  String onForm() {
    return written(FORM);
  }

  /** On the button that opens it. */
  String onButton() {
    return written(NEXT);
  }

  static Optional<FormOrigin> ofForm(String written) {
    return read(FORM, written);
  }

  static Optional<FormOrigin> ofButton(String written) {
    return read(NEXT, written);
  }

  private static Optional<FormOrigin> read(String kind, String written) {
    String[] parts = written.split(":", -1);
    return written.startsWith(kind)
            && parts.length == 5
            && parts[2].matches("\\d{1,9}")
            && parts[3].matches("\\d{1,9}")
            && parts[4].matches("\\d{1,9}")
        ? Optional.of(
            new FormOrigin(
                parts[1],
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4])))
        : Optional.empty();
  }
}
