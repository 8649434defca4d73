package dev.aiwf.core.port;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What surfaces may look at. Looking changes nothing and waits for nobody. */
public interface Projects {

  /** A project as it stands, with the version of the workflow it follows. */
  Optional<Standing> find(ProjectId project);

  /** All projects, the latest touched first. */
  List<Line> list();

  /** The projects in which this item of a knowledge base came back, the latest touched first. */
  List<Standing> having(String finding);

  /** Messages that are new or changed since, in that order. */
  List<Message> messages(ProjectId project, long afterSeq, int limit);

  /** The messages that were said last, in the order in which they were said. */
  List<Message> latest(ProjectId project, int most);

  /** The message of that key as it stands. */
  Optional<Message> message(ProjectId project, String key);

  /** The message that is being written, as far as it has arrived; none where none is. */
  default Optional<Message> sketch(ProjectId project) {
    return Optional.empty();
  }

  /** Facts after that number, in order. */
  List<Entry> facts(ProjectId project, long afterNumber, int limit);

  /** What the button of that id stands for. */
  Optional<Control> control(String id);

  /** The project whose message a platform knows by this id in this place. */
  Optional<Place> posted(String surface, String place, String platformId);

  /** What a platform calls a project's message in a channel; none if it does not stand there. */
  Optional<String> standing(ProjectId project, ChannelId channel, String message);

  /** The workflows that a project can be started with, the default first. */
  List<Workflow> offered();

  /** Calls back after every turn of a project, until closed. The call must be quick. */
  Following follow(ProjectId project, Runnable changed);

  /** Calls back as more arrives of what is being written, which may be often. */
  default Following followSketch(ProjectId project, Runnable arrived) {
    return () -> {};
  }

  /** A project as it stands. */
  record Standing(Workflow workflow, Sidecar sidecar) {}

  /**
   * A project in a list.
   *
   * @param tokens what talking with a model took in it
   */
  record Line(
      ProjectId id,
      String name,
      WorkflowRef workflow,
      Status status,
      @Nullable String step,
      @Nullable String stepTitle,
      @Nullable Integer phase,
      @Nullable String phaseTitle,
      String owner,
      @Nullable String waitingFor,
      long number,
      Instant created,
      Instant updated,
      long tokens) {}

  /** What a button stands for. */
  record Control(ProjectId project, String message, Press press) {}

  /** Where a message stands. */
  record Place(ProjectId project, ChannelId channel, String message) {}

  /** Ends the calls. */
  interface Following extends AutoCloseable {
    @Override
    void close();
  }
}
