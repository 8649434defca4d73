package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.surface.Myself;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who somebody is, and who the same human is elsewhere. */
class MeTest {

  private static final Person SLACK = new Person(new PersonId("slack:T1:LEAD"), "lead", true);

  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void serve() {
    served = new Served(folder);
  }

  @AfterEach
  void end() {
    served.close();
  }

  private String bearer() {
    return "Bearer " + served.tokens.token("lead");
  }

  private Served.Answer says(String words) {
    return served.post("/api/me", "{\"say\": \"%s\"}".formatted(words), "Authorization", bearer());
  }

  @Test
  void whoeverComesByATokenCanBeKnownInSlackAsTheSame() {
    assertThat(says("link").at("/told").asString()).contains("\"me CODE-0001\"");
    assertThat(Myself.says(served.people, SLACK, "CODE-0001")).contains("token:lead");

    Served.Answer linked = says("yes");
    assertThat(linked.at("/also/0").asString()).isEqualTo("slack:T1:LEAD");
    assertThat(served.get("/api/me", "Authorization", bearer()).at("/told").asString())
        .isEqualTo(
            "You are lead (token:lead), and also slack:T1:LEAD. To be known elsewhere as the same"
                + " human, say \"me link\".");
  }

  @Test
  void whoeverIsBelievedOnTheirWordIsNobodyElse() {
    Served.Answer answer = served.post("/api/me", "{\"say\": \"link\"}", "X-Aiwf-Person", "lead");

    assertThat(answer.at("/verified").booleanValue()).isFalse();
    assertThat(answer.at("/told").asString()).startsWith("Nobody vouches for who you are");
    assertThat(new Browser(served, "/me").page().text())
        .contains("On this machine you are who you say you are")
        .doesNotContain("Get a code");
  }
}
