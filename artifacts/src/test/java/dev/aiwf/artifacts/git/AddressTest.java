package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.port.NotEver;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are taken, and which numbers are inside. */
class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/bot, https://github.com/acme/bot",
    "HTTPS://GitHub.com:443/acme/bot.git/, https://github.com/acme/bot.git",
    "https://git.example.org:8443/bot.git, https://git.example.org:8443/bot.git",
    "https://[2001:DB8::1]/bot.git, https://[2001:db8::1]/bot.git",
    "git@github.com:acme/bot.git, git@github.com:acme/bot.git",
    "ssh://git@git.example.org:2222/acme/bot.git, ssh://git@git.example.org:2222/acme/bot.git",
    "ssh://git@git.example.org:22/acme/bot, ssh://git@git.example.org/acme/bot",
    "file:///srv/git/bot.git, file:///srv/git/bot.git",
  })
  void anAddressIsReadAndWrittenInOneWay(String given, String written) throws Exception {
    assertThat(Address.of(given).toString()).isEqualTo(written);
    assertThat(Address.of(written)).isEqualTo(Address.of(given));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bot",
        "-oProxyCommand=evil",
        "--upload-pack=evil",
        "/srv/git/bot.git",
        "../bot.git",
        "C:\\bot.git",
        "http://github.com/acme/bot",
        "git://github.com/acme/bot",
        "ext::sh -c evil",
        "ext::evil",
        "fd::17",
        "ftp://example.org/bot.git",
        "https://user@github.com/acme/bot",
        "https://user:pass@github.com/acme/bot",
        "ssh://git:pass@github.com/acme/bot",
        "ssh://-oProxyCommand=evil@github.com/bot",
        "ssh://-oProxyCommand=evil/bot",
        "-oProxyCommand=evil@github.com:bot",
        "git@-oProxyCommand=evil:bot",
        "git@github.com:-bot",
        "git@github.com:../bot",
        "https://github.com",
        "https://github.com/",
        "https://github.com/acme/../bot",
        "https://github.com/acme/%2e%2e/bot",
        "https://github.com/acme//bot",
        "https://github.com/acme/bot?x=1",
        "https://github.com/acme/bot#x",
        "https://github.com/acme/bo t",
        "https://github.com/acme/b\u0000ot",
        "https://github.com/acme/bot%00",
        "https://gïthub.com/acme/bot",
        "https://github.com:99999/acme/bot",
        "file://host/srv/git/bot.git",
        "file://localhost/srv/git/bot.git",
        "file:bot.git",
        "file:///srv/../etc",
      })
  void whatCouldMeanSomethingElseIsRefused(String given) {
    assertThatThrownBy(() -> Address.of(given))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("can't be used")
        .hasMessageNotContaining("pass@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:1::",
      })
  void theseNumbersAreInside(String number) throws Exception {
    assertThat(Reach.isInside(InetAddress.getByName(number))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"140.82.121.3", "8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:50c0:8000::154"})
  void theseAreNot(String number) throws Exception {
    assertThat(Reach.isInside(InetAddress.getByName(number))).isFalse();
  }

  @Test
  void aBranchCanBeReviewedWhereTheHostIsKnown() throws Exception {
    assertThat(Review.link(Address.of("https://github.com/acme/bot.git"), "aiwf/x-proposed"))
        .isEqualTo("https://github.com/acme/bot/compare/aiwf/x-proposed?expand=1");
    assertThat(Review.link(Address.of("https://gitlab.com/acme/bot"), "aiwf/x"))
        .isEqualTo(
            "https://gitlab.com/acme/bot/-/merge_requests/new?merge_request%5Bsource_branch%5D=aiwf%2Fx");
    assertThat(Review.link(Address.of("https://git.example.org/acme/bot"), "aiwf/x")).isNull();
    assertThat(Review.link(Address.of("git@github.com:acme/bot"), "aiwf/x")).isNull();
  }
}
