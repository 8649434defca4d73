package dev.aiwf.core.surface;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.People;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Status;
import java.util.Locale;
import java.util.Optional;

/**
 * What is said to aiwf by its name in a project's thread: all that the command understands, and
 * else what the project makes of it.
 */
public record ThreadWords<A extends Asking>(
    Nearby nearby, People people, Doings<A> doings, Venue<A> venue) {

  private static final String NO_START =
      "This thread has its project. Another one is started in the channel. Nothing was recorded; if"
          + " this was meant as an answer, type it without @aiwf.";

  /**
   * Takes what was said.
   *
   * @param answers whether this is the delivery that is answered, where a platform brings several
   * @return what is answered to whoever said it alone; none where the thread shows it
   */
  public Optional<Reply> said(
      A asker, String typed, Projects.Place place, String event, boolean answers)
      throws Inbox.Busy {
    Optional<Nearby.Project> found = nearby.find(place.project());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Nearby.Project project = found.get();
    String line = venue.plain(typed).strip();
    return switch (CommandLine.read(line, venue.named(typed))) {
      case CommandLine.Help _ -> Optional.of(Reply.of(venue.replies().threadHelp(asker, project)));
      case CommandLine.Overview _, CommandLine.Start _, CommandLine.Join _ ->
          Optional.of(Reply.of(NO_START));
      case CommandLine.Me(var words) ->
          answers
              ? Optional.of(Reply.of(Myself.says(people, venue.self(asker), words)))
              : Optional.empty();
      case CommandLine.Follow(var level) -> sent(asker, place, event, new Action.Follow(level));
      case CommandLine.Unclear unclear -> unclear(asker, line, place, event, unclear);
      case CommandLine.Show show -> {
        send(asker, place, event, new Action.Say(show.words()));
        if (answers && showsProgress(show)) {
          venue.picture(asker, project.standing());
        }
        yield Optional.empty();
      }
      case CommandLine.Artifacts(var file) ->
          answers ? Optional.of(ProjectFiles.of(venue, asker, project, file)) : Optional.empty();
      case CommandLine.Continue _ -> sent(asker, place, event, goOn(project));
      case CommandLine.Link(var address) -> sent(asker, place, event, new Action.Link(address));
      case CommandLine.Remind _ ->
          sent(asker, place, event, new Action.Show(Fact.Topic.REMINDER, null));
      case CommandLine.Stop _ -> sent(asker, place, event, new Action.Stop());
      case CommandLine.Assign assign -> {
        doings.assign(asker, project, place.channel(), event, assign);
        yield Optional.empty();
      }
    };
  }

  private static boolean showsProgress(CommandLine.Show show) {
    return show.words().equalsIgnoreCase("status") || show.words().equalsIgnoreCase("progress");
  }

  /** A project that rests goes on; of any other it is shown where it stands. */
  private static Action goOn(Nearby.Project project) {
    Status status = project.line().status();
    return status == Status.STOPPED || status == Status.BLOCKED
        ? Doings.goOn(project.standing().sidecar())
        : new Action.Show(Fact.Topic.MENU, null);
  }

  /**
   * Most of what is said is an answer, or a word that the project knows. A single word that is a
   * slip away from one of aiwf's is asked about before it is taken for an answer.
   */
  private Optional<Reply> unclear(
      A asker, String words, Projects.Place place, String event, CommandLine.Unclear unclear)
      throws Inbox.Busy {
    String first = words.isEmpty() ? "" : words.split("\\s+", -1)[0].toLowerCase(Locale.ROOT);
    if (!words.equalsIgnoreCase(first)) {
      return sent(asker, place, event, new Action.Say(words));
    }
    if (CommandLine.KNOWN.contains(first)) {
      return Optional.of(Reply.of(unclear.sentence()));
    }
    Optional<String> near = Near.to(first, CommandLine.KNOWN, 1);
    return near.isPresent()
        ? Optional.of(
            Reply.of(
                "Did you mean @aiwf %s? Nothing was recorded; if \"%s\" is your answer, type it without @aiwf."
                    .formatted(near.get(), words)))
        : sent(asker, place, event, new Action.Say(words));
  }

  private Optional<Reply> sent(A asker, Projects.Place place, String event, Action action)
      throws Inbox.Busy {
    send(asker, place, event, action);
    return Optional.empty();
  }

  private void send(A asker, Projects.Place place, String event, Action action) throws Inbox.Busy {
    venue.take(asker, event, place.project(), place.channel(), action);
  }
}
