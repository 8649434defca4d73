package dev.aiwf.app;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Operations;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.slack.SlackCheck;
import dev.aiwf.slack.SlackSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that the bot needs. */
final class Doctor {

  private static final long LITTLE_SPACE = 500L << 20;
  private static final long SLOW_NANOS = 10_000_000;

  private final Settings settings;

  Doctor(Settings settings) {
    this.settings = settings;
  }

  List<Finding> examine() {
    List<Finding> all = new ArrayList<>();
    all.add(java());
    all.add(settings());
    all.add(packs());
    if (Files.isDirectory(settings.data())) {
      all.add(space());
      all.add(disk());
      all.addAll(kept());
    } else {
      all.add(
          Finding.off("data", settings.data() + " is not there yet", "The first start makes it."));
      all.add(port());
    }
    all.addAll(slack(all.stream().anyMatch(found -> found.check().equals("bot"))));
    all.addAll(DiscordFindings.of(settings.discord()));
    all.addAll(ModelCheck.of(settings));
    return all;
  }

  private static Finding java() {
    return Finding.good(
        "java",
        "%s, %d MB at most".formatted(Runtime.version(), Runtime.getRuntime().maxMemory() >> 20));
  }

  private Finding settings() {
    return settings.warnings().isEmpty()
        ? Finding.good("settings", "all can be used")
        : Finding.care(
            "settings",
            String.join(" ", settings.warnings()),
            "aiwf settings --now shows what holds, and where each comes from.");
  }

  private Finding packs() {
    PacksRead read = Packs.read(settings.packs());
    if (!read.problems().isEmpty()) {
      return Finding.bad(
          "packs", read.problems().size() + " mistakes", "aiwf packs check names each of them.");
    }
    return read.workflows().isEmpty()
        ? Finding.bad("packs", "there are none", "AIWF_PACKS names the folders that hold them.")
        : Finding.good(
            "packs",
            String.join(
                ", ",
                read.workflows().stream()
                    .map(workflow -> workflow.ref().id() + " " + workflow.ref().version())
                    .toList()));
  }

  private Finding space() {
    Path data = settings.data();
    if (!Files.isWritable(data)) {
      return Finding.bad(
          "data", data + " can't be written", "Give it to the user that the bot runs as.");
    }
    try {
      long free = Files.getFileStore(data).getUsableSpace();
      String says = "%s, %,d MB free".formatted(data, free >> 20);
      return free < LITTLE_SPACE
          ? Finding.care("data", says, "On a full disk nothing more is taken in. Make room.")
          : Finding.good("data", says);
    } catch (IOException e) {
      return Finding.bad("data", data + ": " + e.getMessage(), "Look at the file system.");
    }
  }

  private Finding disk() {
    try {
      long nanos = Disk.sync(settings.data());
      String says = "a write is safe after %.2f ms".formatted(nanos / 1e6);
      return nanos > SLOW_NANOS
          ? Finding.care(
              "disk",
              says,
              "Each acknowledgement waits for that; a local SSD takes less than 1 ms.")
          : Finding.good("disk", says);
    } catch (IOException e) {
      return Finding.bad("disk", String.valueOf(e.getMessage()), "Look at the file system.");
    }
  }

  /** What only whoever has the store can tell: the bot, if it runs, or we. */
  private List<Finding> kept() {
    try (Operator operator = Operator.of(settings)) {
      Operations operations = operator.operations();
      List<Finding> found = new ArrayList<>();
      found.add(operator.running() ? Finding.good("bot", "it runs") : port());
      found.addAll(Kept.of(operations));
      return found;
    } catch (RuntimeException e) {
      return List.of(Finding.bad("database", Failures.sentence(e), "Nothing was changed."));
    }
  }

  private Finding port() {
    if (settings.port() == 0) {
      return Finding.good("port", "any that is free");
    }
    try (ServerSocket free =
        new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.host()))) {
      return Finding.good("port", free.getLocalPort() + " is free");
    } catch (IOException e) {
      return Finding.bad(
          "port",
          "%s:%d: %s".formatted(settings.host(), settings.port(), e.getMessage()),
          "AIWF_PORT and AIWF_HOST name others; 0 is any port.");
    }
  }

  /**
   * A second connection would take requests away from a bot that runs, so it is not opened then.
   */
  private List<Finding> slack(boolean running) {
    if (settings.slack().isEmpty()) {
      return List.of(Finding.off("slack", "not connected", "./aiwf setup slack leads through it."));
    }
    SlackSettings set = settings.slack().get().settings();
    List<Finding> found = new ArrayList<>();
    found.add(slack("slack", () -> bot(set)));
    if (set.appToken().isPresent()) {
      found.add(slack("socket", () -> socket(set, running)));
    }
    return found;
  }

  private static Finding bot(SlackSettings set) throws NotNow, NotEver, InterruptedException {
    SlackCheck.Known known = SlackCheck.bot(set);
    String cure =
        "Add what is missing under OAuth & Permissions at https://api.slack.com/apps, and install"
            + " the app again.";
    List<String> missing = new ArrayList<>(known.missing());
    missing.addAll(known.lesser());
    String says =
        missing.isEmpty()
            ? known.name()
            : known.name() + ", without " + String.join("; without ", missing);
    return !known.missing().isEmpty()
        ? Finding.bad("slack", says, cure)
        : known.lesser().isEmpty()
            ? Finding.good("slack", says)
            : Finding.care("slack", says, cure);
  }

  private static Finding socket(SlackSettings set, boolean running)
      throws NotNow, NotEver, InterruptedException {
    if (running) {
      SlackCheck.appToken(set);
      return Finding.good("socket", "a connection may be opened; the bot that runs has its own");
    }
    SlackCheck.roundTrip(set);
    return Finding.good("socket", "a connection was opened and greeted");
  }

  private interface Asking {
    Finding ask() throws NotNow, NotEver, InterruptedException;
  }

  private static Finding slack(String check, Asking asking) {
    try {
      return asking.ask();
    } catch (NotNow e) {
      return Finding.bad(check, String.valueOf(e.getMessage()), "Try again in a moment.");
    } catch (NotEver e) {
      return Finding.bad(check, String.valueOf(e.getMessage()), "docs/slack.md says how.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.bad(check, "interrupted", "Ask again.");
    }
  }
}
