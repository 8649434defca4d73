package dev.aiwf.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Level;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Joining;
import dev.aiwf.core.rules.Script;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One project in several places. */
class JoiningTest {

  private static final ChannelId ELSEWHERE = new ChannelId("discord:1:2:support-bot");
  private static final Person GUEST = new Person(new PersonId("discord:77"), "guest", true);
  private static final PersonId LEAD_THERE = new PersonId("discord:5");

  private static Sender.Human guest() {
    return new Sender.Human(GUEST, Set.of(), ELSEWHERE);
  }

  private static Run asked() {
    return Run.begun(Script.workflow()).does(guest(), new Action.Join("#platform on Discord"));
  }

  private static String request(Run run) {
    return run.sidecar().team().asking().getFirst().id();
  }

  @Test
  void whoeverAsksIsLetInByTheOwnerOnly() {
    Run run = asked();
    String message = "joining:" + request(run);

    assertThat(run.text(message))
        .contains("guest (discord:77) wants to take part from #platform on Discord.");
    assertThat(run.buttons(message)).containsExactly("Let in", "Keep out");
    assertThat(run.sidecar().team().channels()).containsExactly(Run.THREAD);

    run.does(Run.DATA, new Action.LetIn(request(run)));
    assertThat(run.facts()).isEmpty();

    run.does(Run.LEAD, new Action.LetIn(request(run)));
    assertThat(run.sidecar().team().channels()).containsExactly(Run.THREAD, ELSEWHERE);
    assertThat(run.sidecar().team().member(GUEST.id()).orElseThrow().roles())
        .containsExactly(Role.CONTRIBUTOR);
    assertThat(run.text(message)).contains("✔ Let in by @lead");
    assertThat(run.buttons(message)).isEmpty();
    assertThat(run.effects())
        .contains(
            new Effect.Show(ELSEWHERE, "status"),
            new Effect.Show(ELSEWHERE, "visit:1"),
            new Effect.Show(ELSEWHERE, "ask:1:goal"));
  }

  @Test
  void whoIsKeptOutIsNoMember() {
    Run run = asked();
    String request = request(run);
    run.does(Run.LEAD, new Action.KeepOut(request));

    assertThat(run.sidecar().team().asking()).isEmpty();
    assertThat(run.sidecar().team().channels()).containsExactly(Run.THREAD);
    assertThat(run.text("joining:" + request)).contains("Kept out by @lead");
    assertThat(run.does(guest(), new Action.Say("Hello?")).facts()).isEmpty();
  }

  @Test
  void whoeverAsksLearnsNothingOfTheProject() {
    Run run = asked();
    assertThat(whispered(run)).isEqualTo(Joining.ASKED);

    run.does(guest(), new Action.Join("#platform on Discord"));
    assertThat(run.facts()).isEmpty();
    assertThat(whispered(run)).isEqualTo(Joining.ASKED);
    assertThat(Joining.unknown().sentence()).isEqualTo(Joining.ASKED);
  }

  @Test
  void whoeverTakesPartUnderAnotherNameNeedNotAsk() {
    Run run = Run.begun(Script.workflow());
    run.does(
        new Sender.Human(new Person(LEAD_THERE, "lead", true), Set.of(), ELSEWHERE)
            .known(Set.of(Run.LEAD.id())),
        new Action.Join("#platform on Discord"));

    assertThat(run.sidecar().team().channels()).containsExactly(Run.THREAD, ELSEWHERE);
    assertThat(run.sidecar().team().asking()).isEmpty();
  }

  @Test
  void aChannelThatFollowsMilestonesSeesNoQuestionsAndAllDecisions() {
    Run run = asked();
    run.does(Run.LEAD, new Action.LetIn(request(run)));
    run.does(guest(), new Action.Follow(Level.MILESTONES));
    assertThat(whispered(run)).startsWith("From here on this channel sees");

    run.says(Run.LEAD, "Billing questions, looked up");
    assertThat(run.effects()).contains(new Effect.Show(Run.THREAD, "ask:1:use_case"));
    assertThat(shownElsewhere(run)).isEmpty();

    run.answers("use_case", "qa", "examples", "300", "architecture", "rag-only", "tone", "plain");
    assertThat(shownElsewhere(run))
        .contains("status")
        .anyMatch(key -> key.startsWith("menu:"))
        .noneMatch(key -> key.equals("ask:1:use_case"));
    assertThat(run.effects()).contains(new Effect.Show(Run.THREAD, "status"));

    run.does(guest(), new Action.Follow(Level.EVERYTHING));
    assertThat(shownElsewhere(run)).contains("visit:1");
  }

  private static List<String> shownElsewhere(Run run) {
    return run.effects().stream()
        .filter(effect -> effect instanceof Effect.Show show && show.channel().equals(ELSEWHERE))
        .map(effect -> ((Effect.Show) effect).message())
        .toList();
  }

  private static String whispered(Run run) {
    return run.effects().stream()
        .filter(Effect.Whisper.class::isInstance)
        .map(effect -> ((Effect.Whisper) effect).content().text())
        .findFirst()
        .orElse("");
  }
}
