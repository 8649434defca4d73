package dev.aiwf.bench;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes one project after the other to its end by the API, and talks while it does. */
final class ApiTeam implements Team {

  private static final List<String> PEOPLE = List.of("lead", "data", "ops");
  private static final double TALKS = 0.5;
  private static final double REPEATS = 0.1;
  private static final Pattern MENU = Pattern.compile("\"menu\":\\{\"id\":\"([^\"]+)\"");

  private final String name;
  private final Api api;
  private final Random random;
  private final Tally tally;
  private String project = "";
  private int projects;
  private int commands;
  private int at;

  ApiTeam(String name, Api api, Random random, Tally tally) {
    this.name = name;
    this.api = api;
    this.random = random;
    this.tally = tally;
  }

  @Override
  public void start() throws IOException, InterruptedException {
    project = name + "-" + ++projects;
    at = 0;
    acknowledged("lead", "/api/projects", Script.start(project));
    tally.started.increment();
    api.begun(project);
  }

  @Override
  public void act() throws IOException, InterruptedException {
    if (random.nextDouble() < TALKS) {
      String words = "We talked about point " + ++commands + " of " + project;
      String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
      acknowledged(person, path(""), "{\"say\":\"" + words + "\"}");
      tally.said(project, words);
      return;
    }
    String command = Script.COMMANDS.get(at++);
    acknowledged("lead", path("?wait=true"), command.replace(Script.MENU, menu(command)));
    tally.commands.increment();
    if (at == Script.COMMANDS.size()) {
      if (!state().contains("\"status\":\"complete\"")) {
        throw new IOException(project + " did not come to its end.");
      }
      tally.finished.increment();
      start();
    }
  }

  /** Now and then somebody's browser sends it twice. */
  private void acknowledged(String person, String path, String json)
      throws IOException, InterruptedException {
    String key = project + ":" + ++commands;
    api.post(person, key, path, json);
    if (random.nextDouble() < REPEATS) {
      api.post(person, key, path, json);
      tally.repeated.increment();
    }
  }

  private String path(String query) {
    return "/api/projects/" + project + "/commands" + query;
  }

  private String menu(String command) throws IOException, InterruptedException {
    if (!command.contains(Script.MENU)) {
      return "";
    }
    Matcher menu = MENU.matcher(state());
    if (!menu.find()) {
      throw new IOException("There is no menu in " + project + ".");
    }
    return menu.group(1);
  }

  private String state() throws IOException, InterruptedException {
    return api.get("/api/projects/" + project);
  }
}
