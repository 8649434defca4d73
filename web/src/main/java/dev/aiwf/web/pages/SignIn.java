package dev.aiwf.web.pages;

import dev.aiwf.core.people.Person;
import dev.aiwf.web.access.Access;
import dev.aiwf.web.access.Names;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.access.Tokens;
import dev.aiwf.web.access.Who;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Becoming somebody: by a link, or on loopback by saying a name. */
final class SignIn {

  private static final Duration NAME = Duration.ofDays(365);

  private final Access access;
  private final Tokens tokens;
  private final Rendering rendering;

  SignIn(Access access, Tokens tokens, Rendering rendering) {
    this.access = access;
    this.tokens = tokens;
    this.rendering = rendering;
  }

  /**
   * Shows whom the link signs in. Chats look at links before people do, so this uses nothing up.
   */
  void ask(Context context) {
    String code = Optional.ofNullable(context.queryParam("code")).orElse("");
    Optional<Person> person = tokens.peek(code);
    rendering.page(
        context,
        person.isPresent() ? 200 : 403,
        "signin.jte",
        new SignInView(
            rendering.frame("Sign in", context, null),
            code,
            person.map(Person::name).orElse(null)));
  }

  void redeem(Context context) {
    String token =
        tokens
            .redeem(Typed.of(context).of("code"))
            .orElseThrow(() ->
                Problem.of(
                    Problem.Code.FORBIDDEN,
                    "This link was used or is too old. Ask for a new one."));
    set(context, Access.SESSION_COOKIE, token, Tokens.SESSION);
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  void leave(Context context) {
    set(context, Access.SESSION_COOKIE, "", Duration.ZERO);
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  void name(Context context) {
    Who.Known who = access.known(context.req());
    Typed typed = Typed.of(context);
    if (who.trust() != Who.Trust.LOOPBACK) {
      throw Problem.of(
          Problem.Code.FORBIDDEN, "You are signed in as %s.".formatted(who.person().name()));
    }
    Person person =
        Names.unverified(typed.of("name"))
            .orElseThrow(() ->
                Problem.invalid(
                    "name", "A name has a letter or a digit, and 80 characters at most."));
    set(
        context,
        Access.NAME_COOKIE,
        URLEncoder.encode(person.name(), StandardCharsets.UTF_8),
        NAME);
    context.redirect(Addresses.own(typed.of("back")), HttpStatus.SEE_OTHER);
  }

  private static void set(Context context, String name, String value, Duration age) {
    boolean secure =
        context.req().isSecure() || "https".equals(context.header("X-Forwarded-Proto"));
    context.cookie(
        new Cookie(
            name,
            value,
            "/",
            Math.toIntExact(age.toSeconds()),
            secure,
            true,
            null,
            SameSite.STRICT));
  }
}
