package dev.aiwf.core.project;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Repository.Elsewhere;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.WorkflowRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a project. Facts are appended and never changed; a record may gain
 * optional parts, and nothing else.
 */
public sealed interface Fact {

  /**
   * The project began.
   *
   * @param brief the key of the message that holds the brief
   */
  record Started(
      String name,
      WorkflowRef workflow,
      Depth depth,
      @Nullable String repository,
      @Nullable String brief)
      implements Fact {}

  /** Somebody was seen in the project for the first time, or by another name. */
  record PersonSeen(Person person) implements Fact {}

  /** The project is talked about in one more place. */
  record ChannelJoined(ChannelId channel) implements Fact {}

  /**
   * Somebody from elsewhere asked to take part.
   *
   * @param id names the request
   * @param person who; no member until they are let in
   * @param channel where they want to; none for somebody without a channel
   * @param where what people call that place
   */
  record JoinAsked(String id, Person person, @Nullable ChannelId channel, String where)
      implements Fact {}

  /** The owner said whether they are let in. */
  record JoinAnswered(String id, boolean letIn) implements Fact {}

  /** Nothing can be shown in a channel any more, until the project is brought there again. */
  record ChannelLost(ChannelId channel, String reason) implements Fact {}

  /** From here on this much is seen in a channel. */
  record Followed(ChannelId channel, Level level) implements Fact {}

  /** Another repository was named than at the start, or none, for a project of its own. */
  record RepositoryChosen(@Nullable String linked) implements Fact {}

  /** The repository was read. */
  record RepositoryOpened(String address, String branch, String folder) implements Fact {}

  /** The repository holds a project already, and somebody is to say what becomes of it. */
  record SidecarFound(Repository.Place place, Import found) implements Fact {}

  /** Somebody had the project go on from what lay in the repository. */
  record Imported(Import content) implements Fact {}

  /** Somebody had the project begin at the beginning although something lay there. */
  record BegunAnew(Import.Source source) implements Fact {}

  /** The repository could not be read. */
  record RepositoryRefused(String reason) implements Fact {}

  /** The files are to move to another repository, once it was read. */
  record Linking(String address) implements Fact {}

  /** The files go to another repository from here on. */
  record Moved(Repository.Place place) implements Fact {}

  /** The repository that the files were to move to could not be read. */
  record LinkRefused(String address, String reason) implements Fact {}

  /** Somebody said whose lines stay in a file. */
  record Resolved(Repository.Resolution resolution) implements Fact {}

  /** The project arrived at a step. */
  record StepEntered(String step) implements Fact {}

  /** The project passed a step by. */
  record StepSkipped(String step, String reason) implements Fact {}

  /** Somebody said something; the message of that key holds the words. */
  record Said(String message) implements Fact {}

  /** What was said could not be taken as the answer to the ask that was open. */
  record Misread(String ask, String why) implements Fact {}

  /**
   * Somebody wanted to see something.
   *
   * @param of what it is about, where the topic needs that
   */
  record Shown(Topic topic, @Nullable String of) implements Fact {

    /** A topic that is about the whole project. */
    public Shown(Topic topic) {
      this(topic, null);
    }
  }

  /** Somebody wants to see a file; what is in it is shown once it was read. */
  record ArtifactWanted(String path) implements Fact {}

  /** A file was shown. */
  record ArtifactShown(String path) implements Fact {}

  /** A file that somebody wanted to see could not be read. */
  record ArtifactMissed(String path, String reason) implements Fact {}

  /** The project goes further into things from here on, or less far. */
  record DepthChanged(Depth depth) implements Fact {}

  /** Somebody told what is known already; the message of that key holds the words. */
  record BriefGiven(String message) implements Fact {}

  /** Somebody told of a data source; the message of that key holds the words. */
  record SourceNoted(String message) implements Fact {}

  /** The repository holds texts that could serve as the brief. */
  record DocumentsFound(List<String> paths) implements Fact {
    public DocumentsFound {
      paths = List.copyOf(paths);
    }
  }

  /** Somebody wants these texts of the repository as the brief. */
  record BriefWanted(List<String> paths) implements Fact {
    public BriefWanted {
      paths = List.copyOf(paths);
    }
  }

  /** The texts that were to be the brief could not be read. */
  record BriefRefused(String reason) implements Fact {}

  /**
   * The knowledge base answered.
   *
   * @param since set where it did not, and this is what it said then
   * @param silent the knowledge bases that gave no answer this time
   */
  record Consulted(
      String step, List<Findings.Came> came, @Nullable Instant since, List<String> silent)
      implements Fact {
    public Consulted {
      came = List.copyOf(came);
      silent = List.copyOf(silent);
    }
  }

  /** No knowledge base could be asked; how often that was tried. */
  record KnowledgeMissed(String step, List<Consult> consults, int tries, String reason)
      implements Fact {
    public KnowledgeMissed {
      consults = List.copyOf(consults);
    }
  }

  /** Somebody wants something looked up. */
  record ConsultWanted(String step, String about) implements Fact {}

  /** Answers were put forward elsewhere, and somebody is to say whether they count. */
  record Proposed(Proposal proposal) implements Fact {}

  /** Somebody took what was put forward. */
  record ProposalTaken(String proposal) implements Fact {}

  /** Somebody had things stay as they are. */
  record ProposalLeft(String proposal) implements Fact {}

  /** Another model talks from here on, or none does. */
  record ArchitectChanged(@Nullable String model) implements Fact {}

  /** Somebody wants the architect to talk, or not to. */
  record ArchitectSwitched(boolean on) implements Fact {}

  /**
   * The architect is to answer what was said.
   *
   * @param talk names the answer
   * @param about the analysis that is wanted; none for whatever was said
   */
  record TalkBegun(String talk, Conversation.@Nullable Analysis about) implements Fact {}

  /** More was said while the architect was answering. */
  record TalkWanted() implements Fact {}

  /** Somebody had the answer stopped. */
  record TalkStopped(String talk) implements Fact {}

  /**
   * The architect came to an end.
   *
   * @param how how the answer ended
   * @param trouble why there is none, if so
   * @param dropped how much of what it brought in came too late
   * @param near what somebody should know of the budget, if anything
   */
  record TalkEnded(
      String talk,
      End how,
      Spent spent,
      @Nullable String trouble,
      int dropped,
      @Nullable String near)
      implements Fact {}

  /** The architect warned; it rests on a finding, or is its own view. */
  record Warned(String text, @Nullable String finding) implements Fact {}

  /** Somebody kept prose for a section of the files. */
  record SectionKept(String section, String text) implements Fact {}

  /** Something came of looking at a decision once more. */
  record Noted(String ask, @Nullable String method, String text) implements Fact {}

  /** Somebody said how a warning will be met. */
  record Acknowledged(String warning, String mitigation) implements Fact {}

  /** A condition that a gate was passed under was met. */
  record ConditionMet(String step, String condition, String how) implements Fact {}

  /** The owner made a gate stricter. */
  record PolicyChanged(String step, Gate.Policy policy, String reason) implements Fact {}

  /** Somebody was reminded of a gate that still waits. */
  record Reminded(String menu, int count) implements Fact {}

  /** Somebody wants to finish, or after all does not yet. */
  record Leaving(String menu, boolean wanted) implements Fact {}

  /**
   * An ask was answered.
   *
   * @param via how the value came about
   * @param basis what it rests on, where it was read out of words or advised
   */
  record Answered(String ask, Value value, Via via, @Nullable Basis basis) implements Fact {

    /** An answer that rests on nothing but whoever gave it. */
    public Answered(String ask, Value value, Via via) {
      this(ask, value, via, null);
    }
  }

  /**
   * What an answer rests on.
   *
   * @param message the key of the message it was read out of
   * @param by who wrote that, and so gave the answer
   * @param rests the ids of the findings it was advised by
   */
  record Basis(@Nullable String message, @Nullable PersonId by, List<String> rests) {
    public Basis {
      rests = List.copyOf(rests);
    }
  }

  /** An ask was left open. */
  record AskSkipped(String ask) implements Fact {}

  /** What a command had answered was taken back. */
  record Undone(String command) implements Fact {}

  /** What a decision rests on changed, so somebody must confirm it or decide anew. */
  record WentStale(String ask, List<String> because) implements Fact {
    public WentStale {
      because = List.copyOf(because);
    }
  }

  /** An item of the gate's checklist was ticked, or a tick was taken back. */
  record Checked(String item, boolean checked) implements Fact {}

  /**
   * Somebody signed the gate.
   *
   * @param also who the same human was known to be elsewhere
   */
  record Signed(
      Verdict verdict,
      @Nullable String reason,
      List<String> conditions,
      @Nullable String returnTo,
      List<PersonId> also)
      implements Fact {
    public Signed {
      conditions = List.copyOf(conditions);
      also = List.copyOf(also);
    }

    /** By somebody who is known by one name. */
    public Signed(
        Verdict verdict,
        @Nullable String reason,
        List<String> conditions,
        @Nullable String returnTo) {
      this(verdict, reason, conditions, returnTo, List.of());
    }
  }

  /** Enough people had signed. */
  record GateDecided(String step, Verdict verdict, List<String> conditions, boolean selfApproved)
      implements Fact {
    public GateDecided {
      conditions = List.copyOf(conditions);
    }
  }

  /** What the gate's signatures stood on changed, so they count no more. */
  record GateVoided(String step, String because) implements Fact {}

  /** A menu's button was pressed that leads away from it. */
  record MenuAnswered(String menu, String choice) implements Fact {}

  /** A step came to its end. */
  record StepCompleted(String step) implements Fact {}

  /** The project went back: these steps are open again, their answers stay. */
  record SentBack(List<String> steps, String reason) implements Fact {
    public SentBack {
      steps = List.copyOf(steps);
    }
  }

  /** A person was given a role. */
  record RoleAssigned(Person person, Role role) implements Fact {}

  /** The project was stopped. */
  record Stopped() implements Fact {}

  /** A stopped project goes on. */
  record Resumed() implements Fact {}

  /** The last step came to its end. */
  record Completed() implements Fact {}

  /**
   * A step's files were committed.
   *
   * @param edited the files in which people had changed something since the commit before
   * @param collisions where their lines and the project's were the same ones, and are to be settled
   * @param elsewhere set where the project's branch did not take the commit
   */
  record Published(
      String step,
      String commit,
      List<String> files,
      List<String> edited,
      List<Repository.Collision> collisions,
      @Nullable Elsewhere elsewhere)
      implements Fact {
    public Published {
      files = List.copyOf(files);
      edited = List.copyOf(edited);
      collisions = List.copyOf(collisions);
    }

    /** A commit that met nothing of other people's. */
    public Published(String step, String commit, List<String> files) {
      this(step, commit, files, List.of(), List.of(), null);
    }
  }

  /** A step's files could not be committed. */
  record PublishRefused(String step, String reason) implements Fact {}

  /** What can be looked at on the side. */
  enum Topic {
    PROGRESS,
    DECISIONS,
    GATE,
    HELP,
    MENU,
    REVIEW,
    METHODS,
    SUMMARY,
    EXPORT,
    WHY,
    REVISING,
    PEOPLE,
    DEPTH,
    FIGURES,
    WARNINGS,
    RECOMMENDED,
    FINDINGS,
    REMINDER,
    ARTIFACT
  }

  /** How a value came about. */
  enum Via {
    TYPED,
    CHOSEN,
    RECOMMENDED,
    REVISED,
    IMPORTED,
    PROPOSED,
    ADVISED,
    HEARD
  }

  /** How an answer of the architect ended. */
  enum End {
    WHOLE,
    STOPPED,
    CUT,
    SILENT
  }
}
