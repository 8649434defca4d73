package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.DATA;
import static dev.aiwf.core.rules.Given.LEAD;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Repository.Keep;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the files go, and whose lines stay in them. */
class LinkingTest {

  private static final Workflow SCRIPT = Script.workflow();
  private static final String TEAM = "https://example.org/team/bot.git";
  private static final String OTHER = "https://example.org/team/other.git";
  private static final Repository.Collision COLLISION =
      new Repository.Collision("spec.md", "b10b", "ours", "theirs");

  private static Given collided() {
    return Given.begun(SCRIPT)
        .when(
            new Action.Published(
                "scoping",
                "abc",
                List.of(),
                List.of("spec.md"),
                List.of(COLLISION),
                null,
                List.of()));
  }

  private static Action read(String linked) {
    return new Action.RepositoryRead(linked, "branch", "folder", linked, null, List.of());
  }

  @Test
  void filesMoveOnceTheNewRepositoryWasRead() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Link(" " + TEAM + "\n"))
        .then(new Fact.Linking(TEAM))
        .when(read(TEAM))
        .then(new Fact.Moved(new Repository.Place(TEAM, "branch", "folder")))
        .when(read(TEAM))
        .then()
        .when(LEAD, new Action.Link(TEAM))
        .refused(Refusal.Kind.CONFLICT, "go there already");
  }

  @Test
  void onlyTheOwnerSaysWhereTheyGo() {
    Given.begun(SCRIPT)
        .when(DATA, new Action.Link(TEAM))
        .refused(Refusal.Kind.FORBIDDEN, "Only its owner, lead,");
  }

  @Test
  void anAddressIsOneLineThatSaysSomething() {
    Given.begun(SCRIPT).when(LEAD, new Action.Link(" \n")).refused(Refusal.Kind.INVALID, "address");
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Link("https://" + "x".repeat(1_000)))
        .refused(Refusal.Kind.INVALID, "address");
  }

  @Test
  void aPasswordInAnAddressIsNeitherKeptNorShown() {
    String address = "https://ann:" + "open-sesame" + "@example.org/x.git";
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Link(address))
        .refused(Refusal.Kind.INVALID, "There is a password in that address.")
        .when(LEAD, new Action.Say("link " + address))
        .refused(Refusal.Kind.INVALID, "There is a password in that address.");
    Given.nothing(SCRIPT)
        .when(LEAD, new Action.Start("support-bot", SCRIPT.ref(), address, null, Depth.STANDARD))
        .refused(Refusal.Kind.INVALID, "There is a password in that address.");
  }

  @Test
  void whoeverNamesAnotherMeanwhileGetsThatOne() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Link(TEAM))
        .when(LEAD, new Action.Link(OTHER))
        .when(read(TEAM))
        .then()
        .when(new Action.RepositoryRefused("no such host", TEAM))
        .then()
        .when(read(OTHER))
        .then(new Fact.Moved(new Repository.Place(OTHER, "branch", "folder")));
  }

  @Test
  void oneThatCanNotBeReadChangesNothing() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Link(TEAM))
        .when(new Action.RepositoryRefused("no such host", TEAM))
        .then(new Fact.LinkRefused(TEAM, "no such host"))
        .when(read(TEAM))
        .then();
  }

  @Test
  void anAddressThatIsTypedIsAWish() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Say("link " + TEAM))
        .then(new Fact.Linking(TEAM))
        .when(DATA, new Action.Say("Link " + OTHER))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aCollisionIsSettledOnce() {
    collided()
        .when(DATA, new Action.Resolve("spec.md", "b10b", Keep.THEIRS))
        .then(new Fact.Resolved(new Repository.Resolution("spec.md", "b10b", Keep.THEIRS)))
        .when(LEAD, new Action.Resolve("spec.md", "b10b", Keep.OURS))
        .refused(Refusal.Kind.CONFLICT, "Nothing is to be settled in spec.md");
  }

  @Test
  void whatWasEditedOnceMoreIsLookedAtAgain() {
    collided()
        .when(LEAD, new Action.Resolve("spec.md", "older", Keep.OURS))
        .refused(Refusal.Kind.CONFLICT, "edited once more");
  }

  @Test
  void aCommitThatMeetsNoCollisionAnyMoreEndsIt() {
    collided()
        .when(new Action.Published("scoping", "abd", List.of()))
        .when(LEAD, new Action.Resolve("spec.md", null, Keep.OURS))
        .refused(Refusal.Kind.CONFLICT, "Nothing is to be settled");
  }
}
