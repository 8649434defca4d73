package dev.aiwf.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteTest {

  private static Repository.Place at(String address) {
    return new Repository.Place(address, "aiwf/bot", "aiwf/bot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/acme/bot",
        "https://github.com/acme/bot.git",
        "git@github.com:acme/bot.git",
        "ssh://git@github.com/acme/bot"
      })
  void gitHubIsKnownHoweverItIsWritten(String address) {
    Remote remote = Remote.of(at(address)).orElseThrow();
    assertThat(remote.file("spec.md"))
        .isEqualTo("https://github.com/acme/bot/blob/aiwf/bot/aiwf/bot/spec.md");
    assertThat(remote.commit("abc")).isEqualTo("https://github.com/acme/bot/commit/abc");
  }

  @Test
  void gitLabHasAWayOfItsOwn() {
    assertThat(Remote.of(at("https://gitlab.com/a/group/bot")).orElseThrow().folder())
        .isEqualTo("https://gitlab.com/a/group/bot/-/tree/aiwf/bot/aiwf/bot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repositories/bot.git",
        "file:///srv/bot",
        "https://git.example/acme/bot",
        "https://github.com.evil.example/acme/bot",
        "https://evil.example/github.com/acme/bot"
      })
  void whatIsNotKnownIsNoLink(String address) {
    assertThat(Remote.of(at(address))).isEmpty();
  }
}
