package dev.aiwf.core.surface;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import java.util.List;

/** What a surface brings to the commands that all of them answer alike. */
public interface Venue<A extends Asking> {

  /** Stores a command; a repeated delivery bears the same event. */
  void take(A asker, String event, ProjectId project, ChannelId channel, Action action)
      throws Inbox.Busy;

  /** Where the projects' files are read. */
  Artifacts artifacts();

  /** Brings a file to where the project is talked about, and says so. */
  Reply bring(A asker, Nearby.Project project, Repository.Place place, String path);

  /** A text as people see it, without the platform's markup. */
  String plain(String typed);

  /** Brings the picture of a project's way below what is said about it. */
  void picture(A asker, Projects.Standing project);

  /** The people and groups that are named in a text with the platform's markup. */
  List<CommandLine.Named> named(String typed);

  /** Who somebody is that was named. */
  PersonId person(A asker, CommandLine.Named named);

  /** What somebody is called that was named; empty if that is not known. */
  String called(CommandLine.Named named);

  /** The asker, as far as they are known. */
  Person self(A asker);

  /** What people call the place where somebody asks. */
  String place(A asker);

  /** How it says what all of them say. */
  Replies replies();

  /** How many choices can be offered below an answer, and how much each may carry. */
  int mostChoices();

  /** How many characters may stand behind a choice. */
  int longestChoice();
}
