package dev.aiwf.slack;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Status;
import java.util.Locale;
import java.util.Optional;

/**
 * What is said to aiwf by its name in a project's thread, where Slack takes no commands: all that
 * the command understands, and else what the project makes of it.
 */
record ThreadWords(
    Intake intake, Projects projects, Doings doings, Documents documents, Whispers whispers) {

  private static final String NO_START =
      "This thread has its project. Another one is started in the channel. Nothing was recorded; if"
          + " this was meant as an answer, type it without @aiwf.";

  void said(Heard heard, Projects.Place place, String event) throws Inbox.Busy {
    Asker asker = heard.asker();
    Optional<Nearby.Project> project = project(place);
    if (project.isEmpty()) {
      return;
    }
    switch (CommandLine.read(heard.said())) {
      case CommandLine.Help _ -> once(heard, Reply.of(Replies.threadHelp(asker, project.get())));
      case CommandLine.Overview _, CommandLine.Start _ -> once(heard, Reply.of(NO_START));
      case CommandLine.Unclear unclear -> unclear(heard, place, event, unclear);
      case CommandLine.Show show -> {
        send(asker, place, event, new Action.Say(show.words()));
        if (heard.mention() && showsProgress(show)) {
          documents.picture(asker, project.get().standing());
        }
      }
      case CommandLine.Artifacts(var file) -> {
        if (heard.mention()) {
          whispers.tell(asker, documents.asked(asker, project.get(), file));
        }
      }
      case CommandLine.Continue _ -> send(asker, place, event, goOn(project.get()));
      case CommandLine.Link(var address) -> send(asker, place, event, new Action.Link(address));
      case CommandLine.Remind _ ->
          send(asker, place, event, new Action.Show(Fact.Topic.REMINDER, null));
      case CommandLine.Stop _ -> send(asker, place, event, new Action.Stop());
      case CommandLine.Assign assign ->
          doings.assign(asker, project.get(), place.channel(), event, assign);
    }
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
  private void unclear(Heard heard, Projects.Place place, String event, CommandLine.Unclear unclear)
      throws Inbox.Busy {
    String words = heard.words();
    String first = words.isEmpty() ? "" : words.split("\\s+", -1)[0].toLowerCase(Locale.ROOT);
    boolean bare = words.equalsIgnoreCase(first) && CommandLine.KNOWN.contains(first);
    Optional<String> near =
        words.equalsIgnoreCase(first) ? Near.to(first, CommandLine.KNOWN, 1) : Optional.empty();
    if (bare) {
      once(heard, Reply.of(unclear.sentence()));
    } else if (near.isPresent()) {
      once(
          heard,
          Reply.of(
              "Did you mean @aiwf %s? Nothing was recorded; if \"%s\" is your answer, type it without @aiwf."
                  .formatted(near.get(), words)));
    } else {
      send(heard.asker(), place, event, new Action.Say(words));
    }
  }

  /** A mention comes as two events; what is not stored is answered to one of them. */
  private void once(Heard heard, Reply reply) {
    if (heard.mention()) {
      whispers.tell(heard.asker(), reply);
    }
  }

  private void send(Asker asker, Projects.Place place, String event, Action action)
      throws Inbox.Busy {
    var _ = intake.accept(asker, event, null, place.project(), place.channel(), action);
  }

  private Optional<Nearby.Project> project(Projects.Place place) {
    return projects.list().stream()
        .filter(line -> line.id().equals(place.project()))
        .findFirst()
        .flatMap(
            line -> projects.find(line.id()).map(standing -> new Nearby.Project(line, standing)));
  }
}
