package dev.aiwf.app;

import picocli.CommandLine.Command;

/** Has people and projects forgotten. */
@Command(
    name = "forget",
    description =
        "Has a person or a project forgotten. Tells beforehand what will be changed and what can't"
            + " be, and asks.",
    mixinStandardHelpOptions = true,
    subcommands = {ForgetPerson.class, ForgetProject.class})
final class ForgetCommand {}
