package dev.aiwf.discord;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Form;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.rules.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form takes five parts, so what asks for more comes in pages, and each page is taken when it is
 * sent.
 *
 * @param form the whole form as it stands
 * @param fields what stands on this page
 * @param page which page it is
 * @param pages how many there are
 */
record FormPage(Form form, List<Form.Field> fields, int page, int pages) {

  FormPage {
    fields = List.copyOf(fields);
  }

  /**
   * The page as it stands now; none if there is nothing to fill in any more.
   *
   * @param from how many fields of the form were passed before
   */
  static Optional<FormPage> of(Situation here, FormRef ref, int from, int page) {
    return Forms.form(here, ref)
        .filter(form -> form.fields().size() > from)
        .map(form -> {
          List<List<Form.Field>> rest = paged(form.fields().subList(from, form.fields().size()));
          return new FormPage(form, rest.getFirst(), page, page + rest.size() - 1);
        });
  }

  private static List<List<Form.Field>> paged(List<Form.Field> fields) {
    List<List<Form.Field>> pages = new ArrayList<>();
    List<Form.Field> page = new ArrayList<>();
    for (Form.Field field : fields) {
      List<Form.Field> more = new ArrayList<>(page);
      more.add(field);
      // What is too long to stand at its field stands above all of them, as a part of its own.
      int above = more.stream().anyMatch(FormModal::isLong) ? 1 : 0;
      if (!page.isEmpty() && more.size() + above > DiscordLimits.FORM) {
        pages.add(page);
        page = new ArrayList<>();
      }
      page.add(field);
    }
    pages.add(page);
    return pages;
  }

  boolean last() {
    return page == pages;
  }

  /** What this page asks, where the form asks for answers. */
  FormRef narrowed(FormRef whole) {
    return whole instanceof FormRef.Asks
        ? new FormRef.Asks(fields.stream().map(Form.Field::id).toList())
        : whole;
  }
}
