package dev.aiwf.discord;

import dev.aiwf.core.project.Level;
import dev.aiwf.core.workflow.Depth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** A word that can follow {@code /aiwf}, and what is filled in with it. */
enum Word {
  START("Start a project, or come back to it", Takes.START),
  LIST("The projects here and yours, and what they wait for", Takes.NOTHING),
  STATUS("Where a project stands", Takes.PROJECT),
  DECISIONS("What was decided, by whom and why", Takes.PROJECT),
  WHY("What a decision or a question rests on", Takes.SUBJECT),
  WARNINGS("What contradicts, and what is at risk", Takes.PROJECT),
  FINDINGS("What the knowledge base said", Takes.PROJECT),
  FIGURES("What was worked out, and how", Takes.PROJECT),
  GATE("The gate, where one waits", Takes.PROJECT),
  PEOPLE("Who takes part, and who must sign", Takes.PROJECT),
  SUMMARY("The project on one screen", Takes.PROJECT),
  ARTIFACTS("Its files; with a file's name, that file in the thread", Takes.FILE),
  LINK("Where its files go from here on", Takes.REPOSITORY),
  APPROVERS("Who signs its gates", Takes.WHO),
  CONTRIBUTORS("Who takes part in it", Takes.WHO),
  OWNER("Whose project it is from here on", Takes.WHO),
  REMIND("Name those who are waited for, once", Takes.PROJECT),
  STOP("Rest a project", Takes.PROJECT),
  CONTINUE("Go on with a project, here too", Takes.PROJECT),
  JOIN("Ask to see a project here that is talked about elsewhere", Takes.NAME),
  FOLLOW("How much of a project is seen in this channel", Takes.LEVEL),
  ME("Who you are, and who you are elsewhere", Takes.SELF),
  HELP("What can be typed", Takes.NOTHING);

  static final String COMMAND = "aiwf";

  static final String NAME = "name";
  static final String WORKFLOW = "workflow";
  static final String DEPTH = "depth";
  static final String REPOSITORY = "repo";
  static final String PROJECT = "project";
  static final String SUBJECT = "of";
  static final String FILE = "file";
  static final String ADDRESS = "address";
  static final String WHO = "who";
  static final String ALSO = "also";
  static final String LEVEL = "level";
  static final String SAY = "say";

  /** What is asked of one project, which can be named. */
  private static final Set<Takes> OF_PROJECTS =
      EnumSet.of(
          Takes.PROJECT, Takes.LEVEL, Takes.SUBJECT, Takes.FILE, Takes.REPOSITORY, Takes.WHO);

  private final String does;
  private final Takes takes;

  Word(String does, Takes takes) {
    this.does = does;
    this.takes = takes;
  }

  /** What is filled in with a word. */
  private enum Takes {
    NOTHING,
    START,
    NAME,
    LEVEL,
    SELF,
    PROJECT,
    SUBJECT,
    FILE,
    REPOSITORY,
    WHO
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private SubcommandData data() {
    return new SubcommandData(word(), does).addOptions(options());
  }

  private List<OptionData> options() {
    List<OptionData> options = new ArrayList<>();
    switch (takes) {
      case START -> {
        options.add(text(NAME, "What it is called", true));
        options.add(text(WORKFLOW, "Which workflow it follows", false).setAutoComplete(true));
        OptionData depth = text(DEPTH, "How far to go into things", false);
        Arrays.stream(Depth.values()).forEach(each -> depth.addChoice(each.key(), each.key()));
        options.add(depth);
        options.add(text(REPOSITORY, "The team's repository, https://…", false));
      }
      case NAME -> options.add(text(NAME, "What it is called", true));
      case LEVEL -> {
        OptionData level = text(LEVEL, "How much", true);
        Arrays.stream(Level.values()).forEach(each -> level.addChoice(each.key(), each.key()));
        options.add(level);
      }
      case SELF ->
          options.add(text(SAY, "link for a code, a code from elsewhere, yes, or alone", false));
      case SUBJECT ->
          options.add(
              text(SUBJECT, "A decision, a question, or a file", true).setAutoComplete(true));
      case FILE -> options.add(text(FILE, "Which file to bring", false).setAutoComplete(true));
      case REPOSITORY -> options.add(text(ADDRESS, "The repository, https://…", true));
      case WHO -> {
        options.add(new OptionData(OptionType.MENTIONABLE, WHO, "A person or a role", true));
        options.add(new OptionData(OptionType.MENTIONABLE, ALSO, "Another one", false));
      }
      case NOTHING, PROJECT -> {}
    }
    if (OF_PROJECTS.contains(takes)) {
      options.add(
          text(PROJECT, "Which project; in its thread it need not be said", false)
              .setAutoComplete(true));
    }
    return options;
  }

  private static OptionData text(String name, String does, boolean required) {
    return new OptionData(OptionType.STRING, name, does, required);
  }

  /** All that is registered with Discord. */
  static List<CommandData> commands() {
    return List.of(
        Commands.slash(COMMAND, "Projects, from the first question to the runbook")
            .addSubcommands(Arrays.stream(values()).map(Word::data).toList())
            .setContexts(InteractionContextType.GUILD)
            // Whoever sees a channel; a server's admins may narrow it.
            .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.VIEW_CHANNEL)),
        Commands.message(RecordMenu.ENTRY)
            .setContexts(InteractionContextType.GUILD)
            .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.VIEW_CHANNEL)));
  }
}
