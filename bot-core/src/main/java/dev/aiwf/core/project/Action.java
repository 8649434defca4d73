package dev.aiwf.core.project;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Repository.Elsewhere;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.WorkflowRef;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a command asks for. */
public sealed interface Action {

  /** What only people can ask for. */
  sealed interface ByPerson extends Action {}

  /** What effects report. */
  sealed interface ByEffect extends Action {}

  /**
   * Start a project, or come back to it.
   *
   * @param name what people call it
   * @param workflow the script it follows
   * @param repository the team's repository; none for one of its own
   * @param brief what is known already
   * @param depth how far to go into things
   */
  record Start(
      String name,
      WorkflowRef workflow,
      @Nullable String repository,
      @Nullable String brief,
      Depth depth)
      implements ByPerson {}

  /**
   * See something.
   *
   * @param of what it is about, where the topic needs that
   */
  record Show(Fact.Topic topic, @Nullable String of) implements ByPerson {}

  /**
   * Say something.
   *
   * @param overheard whether it was said among people rather than to aiwf
   */
  record Say(String text, boolean overheard) implements ByPerson {

    /** Says something to aiwf. */
    public Say(String text) {
      this(text, false);
    }
  }

  /** Have the architect look at a decision once more. */
  record Analyse(String ask, String method) implements ByPerson {}

  /** Have the architect stop. */
  record StopTalk(String talk) implements ByPerson {}

  /** Have the architect talk in this project, or not. */
  record SwitchArchitect(boolean on) implements ByPerson {}

  /** Press a button of the menu that was seen. */
  record Choose(String choice, String menu) implements ByPerson {}

  /**
   * Answer asks.
   *
   * @param answers the values by ask
   * @param seen the journal number up to which answers were seen: one that came later is not
   *     overwritten. None where overwriting is meant
   */
  record Answer(Map<String, Input> answers, @Nullable Long seen) implements ByPerson {
    public Answer {
      answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** Answers whatever stands there. */
    public Answer(Map<String, Input> answers) {
      this(answers, null);
    }

    /** Answers what was open when it was seen, and nothing that somebody answered meanwhile. */
    public static Answer ofOpen(Map<String, Input> answers) {
      return new Answer(answers, 0L);
    }
  }

  /** Leave an ask open. */
  record Skip(String ask) implements ByPerson {}

  /**
   * Take back what was last answered.
   *
   * @param command the command whose answers are meant; none for the last, whichever it is
   */
  record Undo(@Nullable String command) implements ByPerson {}

  /**
   * Take the values that the answers so far speak for; with no asks named, wherever there is one.
   */
  record TakeRecommended(List<String> asks) implements ByPerson {
    public TakeRecommended {
      asks = List.copyOf(asks);
    }
  }

  /**
   * Answer anew what was answered before.
   *
   * @param answers the new values
   * @param seen the journal number that was seen when this was decided
   */
  record Revise(Map<String, Input> answers, long seen) implements ByPerson {
    public Revise {
      answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
  }

  /**
   * Tick items of the gate's checklist, or take ticks back.
   *
   * @param items what is to be ticked, and what not
   * @param menu the menu that stood under the checklist that was seen; none for whichever stands
   */
  record Check(Map<String, Boolean> items, @Nullable String menu) implements ByPerson {
    public Check {
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /** Ticks at whichever gate the project stands. */
    public Check(Map<String, Boolean> items) {
      this(items, null);
    }
  }

  /**
   * Sign the gate.
   *
   * @param verdict what is signed
   * @param reason why; demanded by NO-GO
   * @param conditions what must still be done; demanded by CONDITIONAL
   * @param returnTo the step that NO-GO leads back to; none for the pack's first
   * @param menu the menu that stood under the gate that was seen; none for whichever stands
   */
  record Sign(
      Verdict verdict,
      @Nullable String reason,
      List<String> conditions,
      @Nullable String returnTo,
      @Nullable String menu)
      implements ByPerson {
    public Sign {
      conditions = List.copyOf(conditions);
    }

    /** Signs at whichever gate the project stands. */
    public Sign(
        Verdict verdict,
        @Nullable String reason,
        List<String> conditions,
        @Nullable String returnTo) {
      this(verdict, reason, conditions, returnTo, null);
    }
  }

  /** Go further into things, or less far, from here on. */
  record ChangeDepth(Depth depth) implements ByPerson {}

  /** Tell what is known already. */
  record GiveBrief(String text) implements ByPerson {}

  /** Tell of a data source that the project has; the words name and describe it. */
  record NoteSource(String text) implements ByPerson {}

  /** Have the texts that lie in the repository serve as the brief. */
  record ReadBrief() implements ByPerson {}

  /** Have something looked up in the knowledge base. */
  record Consult(String about) implements ByPerson {}

  /** Take the answers that were put forward elsewhere. */
  record TakeProposed(String proposal) implements ByPerson {}

  /** Leave things as they are, whatever was put forward elsewhere. */
  record LeaveProposed(String proposal) implements ByPerson {}

  /**
   * Keep what came of looking at a decision once more.
   *
   * @param ask the decision's ask
   * @param method how it was looked at, if by one of the pack's methods
   * @param text what came of it
   */
  record Note(String ask, @Nullable String method, String text) implements ByPerson {}

  /**
   * Say that a condition of the gate was met.
   *
   * @param step the gate's step
   * @param condition the condition, word for word
   * @param how what shows it
   */
  record Meet(String step, String condition, String how) implements ByPerson {}

  /** Say who must sign a gate, more strictly than before, and why. */
  record ChangePolicy(
      String step, int approvals, Set<Role> roles, boolean initiatorCounts, String reason)
      implements ByPerson {
    public ChangePolicy {
      roles = Set.copyOf(roles);
    }
  }

  /** Say how a warning will be met. */
  record Acknowledge(String warning, String mitigation) implements ByPerson {}

  /**
   * Give a person a role, or a group of people that their surface knows.
   *
   * @param name what they are called, where the project does not know them yet
   */
  record Assign(PersonId person, Role role, @Nullable String name) implements ByPerson {

    /** Gives it to somebody who is called as they are known, or by their id. */
    public Assign(PersonId person, Role role) {
      this(person, role, null);
    }
  }

  /**
   * Ask to take part in a project that is talked about elsewhere.
   *
   * @param where what people call the place it is asked from
   */
  record Join(String where) implements ByPerson {}

  /** Let somebody in who asked, and have the project shown where they are. */
  record LetIn(String asking) implements ByPerson {}

  /** Leave somebody out who asked. */
  record KeepOut(String asking) implements ByPerson {}

  /** Say how much of the project is to be seen in this channel. */
  record Follow(Level level) implements ByPerson {}

  /** Stop the project; it can be resumed. */
  record Stop() implements ByPerson {}

  /** Have the files go to another repository from here on. */
  record Link(String address) implements ByPerson {}

  /**
   * Say whose lines stay where people and the project wrote the same ones.
   *
   * @param path the file
   * @param theirs the blob that was seen; none for whichever stands there
   */
  record Resolve(String path, @Nullable String theirs, Repository.Keep keep) implements ByPerson {}

  /**
   * Go on from the project that was found in the repository.
   *
   * @param head the commit it was seen in
   */
  record TakeUp(String head) implements ByPerson {}

  /**
   * Begin at the beginning although a project was found in the repository.
   *
   * @param head the commit it was seen in
   */
  record BeginAnew(String head) implements ByPerson {}

  /**
   * The repository was read and can be written.
   *
   * @param linked the address that was to be read; none for one of the project's own
   * @param found the project that lies there already, if one does
   * @param documents the texts in it that say what it is about, by their paths
   */
  record RepositoryRead(
      String address,
      String branch,
      String folder,
      @Nullable String linked,
      @Nullable Import found,
      List<String> documents)
      implements ByEffect {
    public RepositoryRead {
      // A report that an older version stored knows of none.
      documents = documents == null ? List.of() : List.copyOf(documents);
    }

    /** One of the project's own. */
    public RepositoryRead(String address, String branch, String folder) {
      this(address, branch, folder, null, null, List.of());
    }
  }

  /**
   * The repository could not be read.
   *
   * @param linked the address that was to be read; none for one of the project's own
   */
  record RepositoryRefused(String reason, @Nullable String linked) implements ByEffect {

    /** One of the project's own. */
    public RepositoryRefused(String reason) {
      this(reason, null);
    }
  }

  /**
   * The beginning of a file.
   *
   * @param more how many of its lines come after it
   */
  record ArtifactRead(String path, String text, int more) implements ByEffect {}

  /** A file could not be read. */
  record ArtifactMissed(String path, String reason) implements ByEffect {}

  /** The texts that were to be the brief. */
  record BriefRead(List<Document> documents) implements ByEffect {
    public BriefRead {
      documents = List.copyOf(documents);
    }
  }

  /**
   * The knowledge base answered.
   *
   * @param since set where it did not, and this is what it said then
   * @param silent the knowledge bases that gave no answer this time
   */
  record Consulted(
      String step, List<Findings.Came> came, @Nullable Instant since, List<String> silent)
      implements ByEffect {
    public Consulted {
      came = List.copyOf(came);
      silent = List.copyOf(silent);
    }
  }

  /**
   * No knowledge base could be asked.
   *
   * @param tries how often that was tried
   */
  record KnowledgeMissed(
      String step, List<dev.aiwf.core.workflow.Consult> consults, int tries, String reason)
      implements ByEffect {
    public KnowledgeMissed {
      consults = List.copyOf(consults);
    }
  }

  /**
   * The architect answered, or could not.
   *
   * @param talk the answer
   * @param said what it said, in Markdown
   * @param links the addresses in it that people had written themselves
   * @param how how it ended
   * @param contributions what it brought in, in order
   * @param came what it looked up meanwhile
   * @param trouble why there is no answer, if so
   * @param near what somebody should know of the budget, if anything
   */
  record Talked(
      String talk,
      String said,
      List<String> links,
      Fact.End how,
      Spent spent,
      List<Contribution> contributions,
      List<Findings.Came> came,
      @Nullable String trouble,
      @Nullable String near)
      implements ByEffect {
    public Talked {
      links = List.copyOf(links);
      contributions = List.copyOf(contributions);
      came = List.copyOf(came);
    }

    /** The same with a word on the budget. */
    public Talked near(String word) {
      return new Talked(talk, said, links, how, spent, contributions, came, trouble, word);
    }
  }

  /** The texts that were to be the brief could not be read. */
  record BriefRefused(String reason) implements ByEffect {}

  /** A reminder is due, if the menu it was set for still waits. */
  record Remind(String menu, int count) implements ByEffect {}

  /**
   * A completed step was committed.
   *
   * @param edited the files in which people had changed something since the commit before
   * @param collisions where their lines and the project's were the same ones
   * @param elsewhere set where the project's branch did not take the commit
   * @param suggestions answers that people wrote into the sidecar since the commit before
   */
  record Published(
      String step,
      String commit,
      List<String> files,
      List<String> edited,
      List<Repository.Collision> collisions,
      @Nullable Elsewhere elsewhere,
      List<Proposal.Suggestion> suggestions)
      implements ByEffect {
    public Published {
      files = List.copyOf(files);
      edited = List.copyOf(edited);
      collisions = List.copyOf(collisions);
      // A report that an older version stored knows of none.
      suggestions = suggestions == null ? List.of() : List.copyOf(suggestions);
    }

    /** A commit that met nothing of other people's. */
    public Published(String step, String commit, List<String> files) {
      this(step, commit, files, List.of(), List.of(), null, List.of());
    }
  }

  /** Nothing more can be shown in one of the places where the project is talked about. */
  record ChannelRefused(ChannelId channel, String reason) implements ByEffect {}

  /** A completed step could not be committed. */
  record PublishRefused(String step, String reason) implements ByEffect {}
}
