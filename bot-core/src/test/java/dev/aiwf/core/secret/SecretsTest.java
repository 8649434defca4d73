package dev.aiwf.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  /** Put together here, so that none stands in this file. */
  static List<String> secrets() {
    String letters = "Ab3dEf6hIj9lMn2pQr5tUv8xYz1bCd4fGh7j";
    return List.of(
        "-----BEGIN " + "RSA PRIVATE KEY-----",
        "-----BEGIN " + "OPENSSH PRIVATE KEY-----",
        "-----BEGIN " + "PRIVATE KEY-----",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "ghp_" + letters,
        "github_pat_" + letters + letters,
        "glpat-" + letters,
        "xoxb-" + letters,
        "xapp-1-" + letters,
        "https://hooks.slack.com/services/" + "T12345678/B12345678/" + letters.substring(0, 24),
        "M" + letters.substring(0, 23) + "." + "abcDEF" + "." + letters.substring(0, 27),
        "AIza" + letters.substring(0, 35),
        "sk_live_" + letters,
        "sk-ant-" + "api03-" + letters,
        "hf_" + "abcdefghijklmnopqrstuvwxyzABCDEFGH",
        "npm_" + letters);
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretIsFoundWhereItIs(String secret) {
    String text = "one\ntwo: \"" + secret + "\"\nthree\n";

    List<Secrets.Found> found = Secrets.in(text);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().line()).isEqualTo(2);
    assertThat(secret).contains(text.substring(found.getFirst().start(), found.getFirst().end()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n%1$s\n%1$s\nMIIEv=\n-----END %2$s-----",
        "\nProc-Type: 4,ENCRYPTED\n\n%1$s\n%1$s\n-----END %2$s-----",
        "\\n%1$s\\n%1$s\\n-----END %2$s-----",
        " %1$s %1$s -----END %2$s-----",
        "\n%1$s\n%1$s",
        "\\n%1$s\\n%1$s",
        "\nProc-Type: 4,ENCRYPTED\n\n%1$s"
      })
  void ofAPrivateKeyNothingIsLeft(String rest) {
    String body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ+/c7";
    String name = "RSA PRIVATE" + " KEY";

    assertThat(
            Secrets.masked(
                "It is -----BEGIN " + name + "-----" + rest.formatted(body, name) + "\n, I think."))
        .isEqualTo("It is (a private key, removed)\n, I think.");
  }

  @Test
  void whatIsSaidOfAKeyStays() {
    assertThat(Secrets.masked("-----BEGIN " + "PRIVATE KEY----- is what it begins with, no more."))
        .isEqualTo("(a private key, removed) is what it begins with, no more.");
  }

  @Test
  void allAreFoundInOrder() {
    assertThat(Secrets.in(String.join("\n", secrets()).replace("\n", "\n\n")))
        .hasSameSizeAs(secrets())
        .isSortedAccordingTo((one, other) -> Integer.compare(one.line(), other.line()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a1b9c3e5d7f9a1b9c3e5d7f9a1b9c3e5d7f9a1b9",
        "-----BEGIN PUBLIC KEY-----",
        "ghp_short",
        "the xoxb- token",
        "AKIA is how their keys begin",
        "sk-learn-contrib",
        "550e8400-e29b-41d4-a716-446655440000",
      })
  void whatOnlyLooksRandomIsNone(String text) {
    assertThat(Secrets.in(text)).isEmpty();
  }
}
