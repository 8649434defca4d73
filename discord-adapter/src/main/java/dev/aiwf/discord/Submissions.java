package dev.aiwf.discord;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Form;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.guide.Submission;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.surface.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;

/** Forms that were sent: a command, or what is wrong, with the way back to the form. */
record Submissions(Intake intake, FormsOpened forms, RecordMenu records, Lately<Sent> kept) {

  private static final String LATE =
      "The project has moved on, and this form with it. Nothing changed.";

  void submitted(ModalInteractionEvent event, Asker asker) {
    Map<String, String> values = values(event);
    if (RecordMenu.isRecord(event.getModalId())) {
      recorded(event, asker, values);
      return;
    }
    Optional<Page> sent = FormOrigin.ofForm(event.getModalId()).flatMap(this::sent);
    if (sent.isEmpty()) {
      Acks.say(event, Reply.of(LATE));
    } else {
      page(event, asker, sent.get(), values);
    }
  }

  /** A page that was sent, of a form that is still open. */
  private record Page(FormOrigin origin, FormsOpened.Found found, FormPage page) {}

  private Optional<Page> sent(FormOrigin origin) {
    return forms
        .found(origin)
        .flatMap(found ->
            FormPage.of(found.here(), found.form(), origin.from(), origin.page())
                .map(page -> new Page(origin, found, page)));
  }

  private void page(
      ModalInteractionEvent event, Asker asker, Page sent, Map<String, String> values) {
    FormPage page = sent.page();
    FormsOpened.Found found = sent.found();
    FormOrigin origin = sent.origin();
    if (!page.last() && values.values().stream().allMatch(String::isBlank)) {
      Acks.say(event, next(origin, found.form(), page, values, "skipped"));
      return;
    }
    switch (Forms.read(found.here(), page.narrowed(found.form()), values)) {
      case Submission.Wrong(var errors) ->
          wrong(event, new Sent(origin, values), page.fields(), errors);
      case Submission.Ready(var action) -> {
        if (stored(event, asker, found.control().project(), action)) {
          if (page.last()) {
            Acks.taken(event);
          } else {
            Acks.say(event, next(origin, found.form(), page, values, "kept"));
          }
        }
      }
    }
  }

  /** A form can't answer a form: between two pages stands a button. */
  private static Reply next(
      FormOrigin origin, FormRef form, FormPage page, Map<String, String> values, String what) {
    // Where all that is open is asked, what was answered is not asked again.
    boolean open = form instanceof FormRef.Asks(var asks) && asks.isEmpty();
    long passed =
        page.fields().stream()
            .filter(field -> !open || values.getOrDefault(field.id(), "").isBlank())
            .count();
    FormOrigin next =
        new FormOrigin(
            origin.control(),
            origin.visit(),
            origin.from() + Math.toIntExact(passed),
            origin.page() + 1);
    return new Reply(
        Content.of("Page %d of %d is %s.".formatted(page.page(), page.pages(), what)),
        List.of(
            new Reply.Choice(
                "Next (%d/%d)".formatted(next.page(), page.pages()), next.onButton())));
  }

  private void recorded(ModalInteractionEvent event, Asker asker, Map<String, String> values) {
    Optional<ProjectId> project = records.project(asker, event.getModalId());
    if (project.isEmpty()) {
      Acks.say(event, Reply.of(LATE));
      return;
    }
    switch (records.read(project.get(), values)) {
      case Submission.Wrong(var errors) ->
          Acks.say(event, Reply.of(String.join(" ", errors.values())));
      case Submission.Ready(var action) -> {
        if (stored(event, asker, project.get(), action)) {
          Acks.say(event, Reply.of("Put down as far as you may; the thread shows it."));
        }
      }
    }
  }

  private boolean stored(
      ModalInteractionEvent event, Asker asker, ProjectId project, Action action) {
    try {
      intake.accept(
          asker, Presses.event(event.getId()), null, project, asker.channel(project), action);
      return true;
    } catch (Inbox.Busy e) {
      Acks.say(event, Reply.of(Intake.BUSY));
      return false;
    }
  }

  private void wrong(
      ModalInteractionEvent event, Sent sent, List<Form.Field> fields, Map<String, String> errors) {
    kept.put(event.getId(), sent);
    String said =
        errors.entrySet().stream()
            .map(error -> label(fields, error.getKey()) + error.getValue())
            .collect(Collectors.joining("\n"));
    Acks.say(
        event,
        new Reply(
            Content.of("Nothing was taken yet. What you typed is kept.\n" + said),
            List.of(new Reply.Choice("Open the form again", Presses.AGAIN + event.getId()))));
  }

  private static String label(List<Form.Field> fields, String id) {
    return fields.stream()
        .filter(field -> field.id().equals(id))
        .findFirst()
        .map(field -> field.label() + " ")
        .orElse("");
  }

  private static Map<String, String> values(ModalInteractionEvent event) {
    Map<String, String> values = new TreeMap<>();
    for (ModalMapping each : event.getValues()) {
      switch (each.getType()) {
        case STRING_SELECT -> {
          if (!each.getAsStringList().isEmpty()) {
            values.put(each.getCustomId(), each.getAsStringList().getFirst());
          }
        }
        case TEXT_INPUT -> values.put(each.getCustomId(), each.getAsString());
        // Forms of ours hold nothing else.
        default -> {}
      }
    }
    return values;
  }
}
