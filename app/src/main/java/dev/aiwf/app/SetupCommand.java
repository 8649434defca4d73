package dev.aiwf.app;

import picocli.CommandLine.Command;

/** Leads through what has to be set up elsewhere too. */
@Command(
    name = "setup",
    description = "Leads through what has to be set up elsewhere too.",
    mixinStandardHelpOptions = true,
    subcommands = {SetupSlack.class, SetupDiscord.class})
final class SetupCommand {}
