package dev.aiwf.app;

import dev.aiwf.architect.LangchainArchitect;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.web.access.Tokens;
import java.util.Optional;

/** What is printed once it runs: where it is, and what it needs. */
record Greeting(
    Settings settings,
    PacksRead packs,
    Chats chats,
    Optional<LangchainArchitect> architect,
    Tokens tokens) {

  String at(String address, String knows) {
    StringBuilder greeting = new StringBuilder();
    greeting.append("aiwf ").append(Version.number()).append(" is running\n");
    greeting.append("  open      ").append(address).append('\n');
    signInLink(address)
        .ifPresent(link ->
            greeting.append("  sign in   ").append(link).append("  (once, within 15 minutes)\n"));
    greeting.append("  data      ").append(settings.data()).append('\n');
    greeting.append("  workflow  ").append(workflows()).append('\n');
    greeting
        .append("  slack     ")
        .append(
            settings
                .slack()
                .map(set -> takesRequests(set, address))
                .orElse("not connected; ./aiwf setup slack leads through it"))
        .append('\n');
    greeting
        .append("  discord   ")
        .append(
            chats.discord().isEmpty()
                ? "not connected; ./aiwf setup discord leads through it"
                : "opens a connection, over which requests come")
        .append('\n');
    greeting
        .append("  architect ")
        .append(
            architect
                .map(talks -> "talks with " + talks.model())
                .orElse("the guide leads; docs/model.md says how to have a model talk"))
        .append('\n');
    greeting.append("  knowledge ").append(knows).append('\n');
    greeting.append("Ctrl-C stops it; nothing is lost.\n");
    return greeting.toString();
  }

  private static String takesRequests(Settings.Slack set, String address) {
    String http = "takes requests at " + address + "/slack/events";
    return set.appToken().isEmpty()
        ? http
        : set.signingSecret().isEmpty()
            ? "opens a connection, over which requests come"
            : "opens a connection, over which requests come; and " + http;
  }

  private String workflows() {
    String offered =
        String.join(
            ", ",
            packs.workflows().stream()
                .map(workflow -> workflow.ref().id() + " " + workflow.ref().version())
                .toList());
    if (!packs.problems().isEmpty()) {
      return offered + (offered.isEmpty() ? "" : "; ") + "see the warnings: aiwf packs check";
    }
    return offered.isEmpty() ? "none; AIWF_PACKS names the folders that hold them" : offered;
  }

  /** Needed where being on this machine does not say who somebody is. */
  private Optional<String> signInLink(String address) {
    return Program.trustsLoopback(settings)
        ? Optional.empty()
        : Optional.of(address + "/signin?code=" + tokens.code(settings.person()));
  }
}
