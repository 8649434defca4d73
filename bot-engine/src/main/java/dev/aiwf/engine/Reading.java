package dev.aiwf.engine;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.rows.JournalTable;
import dev.aiwf.engine.rows.MessageTable;
import dev.aiwf.engine.rows.ProjectTable;
import dev.aiwf.engine.store.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is stored of projects; nothing changes by it.
 *
 * @param lines the list of all projects, of which only what changed is read again
 * @param followers are told of changes
 */
record Reading(Database database, Shelf shelf, Lines lines, Followers followers, Sketches sketches)
    implements Projects {

  @Override
  public Optional<Standing> find(ProjectId project) {
    return shelf.project(project).map(held -> new Standing(held.workflow(), held.sidecar()));
  }

  @Override
  public List<Line> list() {
    // Looked up first: a reader that waits for another reader may wait for ever.
    Map<String, Workflow> workflows = new HashMap<>();
    database
        .read(ProjectTable::workflows)
        .forEach(hash -> workflows.put(hash, shelf.workflow(hash)));
    return database.read(
        handle -> lines.all(handle, hash -> workflows.computeIfAbsent(hash, shelf::workflow)));
  }

  @Override
  public List<Standing> having(String finding) {
    return database.read(handle -> ProjectTable.naming(handle, finding)).stream()
        .flatMap(project -> find(project).stream())
        .filter(standing -> standing.sidecar().findings().items().containsKey(finding))
        .toList();
  }

  @Override
  public List<Message> latest(ProjectId project, int most) {
    return database.read(handle -> MessageTable.latest(handle, project, most));
  }

  @Override
  public List<Message> messages(ProjectId project, long afterSeq, int limit) {
    return database.read(handle -> MessageTable.after(handle, project, afterSeq, limit));
  }

  @Override
  public Optional<Message> message(ProjectId project, String key) {
    return database.read(handle -> MessageTable.find(handle, project, key));
  }

  @Override
  public Optional<Message> sketch(ProjectId project) {
    return sketches.of(project);
  }

  @Override
  public List<Entry> facts(ProjectId project, long afterNumber, int limit) {
    return database.read(handle -> JournalTable.read(handle, project, afterNumber, limit));
  }

  @Override
  public Optional<Control> control(String id) {
    return database.read(handle -> MessageTable.control(handle, id));
  }

  @Override
  public Optional<Place> posted(String surface, String place, String platformId) {
    return shelf.place(surface, place, platformId);
  }

  @Override
  public Optional<String> standing(ProjectId project, ChannelId channel, String message) {
    return database.read(handle ->
        MessageTable.posting(handle, project, message, channel)
            .map(posting -> posting.posted().id()));
  }

  @Override
  public List<Workflow> offered() {
    return shelf.offered();
  }

  @Override
  public Following follow(ProjectId project, Runnable changed) {
    return followers.follow(project, changed);
  }

  @Override
  public Following followSketch(ProjectId project, Runnable arrived) {
    return sketches.follow(project, arrived);
  }
}
