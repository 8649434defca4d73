package dev.aiwf.web.access;

import dev.aiwf.core.people.Person;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out who a request comes from: by token, or on loopback by what it says. */
public final class Access {

  /** The cookie that holds a token. */
  public static final String SESSION_COOKIE = "aiwf_session";

  /** The cookie that holds the name somebody goes by on loopback. */
  public static final String NAME_COOKIE = "aiwf_name";

  private static final String PERSON_HEADER = "X-Aiwf-Person";
  private static final String BEARER = "bearer ";
  private static final String NOBODY_IN_PARTICULAR = "local";

  private final Tokens tokens;
  private final boolean trustsLoopback;

  /** Loopback is trusted or not, as the operator has it. */
  public Access(Tokens tokens, boolean trustsLoopback) {
    this.tokens = tokens;
    this.trustsLoopback = trustsLoopback;
  }

  /** Who a request comes from. */
  public Who who(HttpServletRequest request) {
    String header = request.getHeader(PERSON_HEADER);
    String bearer = bearer(request);
    Optional<Person> owner =
        Stream.concat(Stream.ofNullable(bearer), cookie(request, SESSION_COOKIE).stream())
            .flatMap(token -> tokens.person(token).stream())
            .findFirst();
    if (owner.isPresent()) {
      return byToken(owner.get(), header);
    }
    if (bearer != null) {
      return new Who.Stranger("This token is not valid, or not any more. Sign in again.");
    }
    return trustsLoopback && Loopback.vouchesFor(request)
        ? byWord(header == null ? nameOf(request) : header)
        : new Who.Stranger("Sign in first: ask whoever runs this server for a sign-in link.");
  }

  /** The person a request comes from, or the problem that there is none. */
  public Who.Known known(HttpServletRequest request) {
    return switch (who(request)) {
      case Who.Known known -> known;
      case Who.Stranger(var why) -> throw Problem.of(Problem.Code.UNKNOWN_PERSON, why);
      case Who.Contradiction(var why) -> throw Problem.of(Problem.Code.FORBIDDEN, why);
    };
  }

  private static Who byToken(Person owner, @Nullable String header) {
    boolean same =
        header == null
            || header.equals(owner.id().value())
            || Names.verified(header).filter(owner::equals).isPresent();
    return same
        ? new Who.Known(owner, Who.Trust.TOKEN)
        : new Who.Contradiction(
            "The token belongs to %s, and %s says otherwise."
                .formatted(owner.name(), PERSON_HEADER));
  }

  private static Who byWord(String name) {
    return Names.unverified(name)
        .<Who>map(person -> new Who.Known(person, Who.Trust.LOOPBACK))
        .orElseGet(() ->
            new Who.Contradiction("A name has a letter or a digit, and 80 characters at most."));
  }

  private static String nameOf(HttpServletRequest request) {
    return cookie(request, NAME_COOKIE)
        .flatMap(Access::decoded)
        .filter(name -> Names.unverified(name).isPresent())
        .orElse(NOBODY_IN_PARTICULAR);
  }

  private static Optional<String> decoded(String cookie) {
    try {
      return Optional.of(URLDecoder.decode(cookie, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }
}
