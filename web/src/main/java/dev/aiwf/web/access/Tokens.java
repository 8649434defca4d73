package dev.aiwf.web.access;

import dev.aiwf.core.people.Person;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens, which say for some weeks who somebody is, and the codes of sign-in links, which can be
 * turned into a token once. Both are signed rather than stored: whoever can read the key's file,
 * such as the command line beside a running server, can make them.
 */
public final class Tokens {

  /** How long somebody stays signed in. */
  public static final Duration SESSION = Duration.ofDays(30);

  private static final Duration LINK = Duration.ofMinutes(15);
  private static final Duration OPERATOR = Duration.ofMinutes(2);
  private static final String MAC = "HmacSHA256";
  private static final int NONCE_BYTES = 16;

  private final SecretKeySpec key;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Instant begun;
  private final Map<String, Instant> used = new HashMap<>();

  /** Signs with the key in that file, which is made if there is none. */
  public Tokens(Path keyFile, InstantSource clock, RandomGenerator random) {
    this.key = new SecretKeySpec(KeyFile.read(keyFile, random), MAC);
    this.clock = clock;
    this.random = random;
    this.begun = seconds(clock.instant());
  }

  /** A token for somebody of that name. */
  public String token(String name) {
    return signed("token", name, clock.instant().plus(SESSION), clock.instant());
  }

  /** Whom a token belongs to; none if it is not ours or not valid any more. */
  public Optional<Person> person(String token) {
    return opened("token", token).flatMap(claim -> Names.verified(claim.name()));
  }

  /** The code of a link with which somebody of that name can sign in once, soon. */
  public String code(String name) {
    return signed("code", name, clock.instant().plus(LINK), clock.instant());
  }

  /** Whom a code would sign in, without using it up: links are looked at by programs, too. */
  public synchronized Optional<Person> peek(String code) {
    // What was used before the last start is not remembered, so nothing from before it is taken.
    return opened("code", code)
        .filter(claim -> !claim.made().isBefore(begun) && !used.containsKey(code))
        .flatMap(claim -> Names.verified(claim.name()));
  }

  /** Turns a code into a token, once. */
  public synchronized Optional<String> redeem(String code) {
    Optional<String> token = peek(code).map(person -> token(person.name()));
    if (token.isPresent()) {
      used.values().removeIf(until -> until.isBefore(clock.instant()));
      used.put(code, clock.instant().plus(LINK));
    }
    return token;
  }

  /** A token with which the command line beside the program can ask what an operator may. */
  public String operator() {
    return signed("operator", "operator", clock.instant().plus(OPERATOR), clock.instant());
  }

  /** Whether a token is an operator's, made a moment ago. */
  public boolean isOperator(String token) {
    return opened("operator", token).isPresent();
  }

  private String signed(String kind, String name, Instant until, Instant made) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String claim =
        String.join(
            "|",
            kind,
            encoded(name.getBytes(StandardCharsets.UTF_8)),
            Long.toString(until.getEpochSecond()),
            Long.toString(made.getEpochSecond()),
            encoded(nonce));
    String body = encoded(claim.getBytes(StandardCharsets.UTF_8));
    return body + "." + encoded(mac(body));
  }

  private Optional<Claim> opened(String kind, String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > 1_000) {
      return Optional.empty();
    }
    try {
      String body = token.substring(0, dot);
      // Compared as text: one signature can be spelt in several ways, and each would be a new code.
      if (!MessageDigest.isEqual(
          token.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
          encoded(mac(body)).getBytes(StandardCharsets.UTF_8))) {
        return Optional.empty();
      }
      String[] parts = text(body).split("\\|", -1);
      Instant until = Instant.ofEpochSecond(Long.parseLong(parts[2]));
      Claim claim = new Claim(text(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[3])));
      return parts[0].equals(kind) && clock.instant().isBefore(until)
          ? Optional.of(claim)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }

  private static Instant seconds(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond());
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String text(String encoded) {
    return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  private record Claim(String name, Instant made) {}
}
