package dev.aiwf.web.pages;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.port.People;
import dev.aiwf.core.surface.Myself;
import dev.aiwf.web.access.Access;
import io.javalin.http.Context;
import java.util.Optional;

/** Where somebody says that they are the same human elsewhere. */
final class Me {

  static final String AT = "/me";

  private final Access access;
  private final People people;
  private final Rendering rendering;

  Me(Access access, People people, Rendering rendering) {
    this.access = access;
    this.people = people;
    this.rendering = rendering;
  }

  void show(Context context) {
    told(context, "");
  }

  void say(Context context) {
    told(context, Typed.of(context).of("say"));
  }

  private void told(Context context, String words) {
    Person person = access.known(context.req()).person();
    String told = Myself.says(people, person, words);
    rendering.page(
        context,
        200,
        "me.jte",
        new MeView(
            rendering.frame("You", context, null),
            person.id().value(),
            person.verified(),
            people.also(person.id()).stream().map(Object::toString).sorted().toList(),
            people.waiting(person.id()).map(other -> "%s (%s)".formatted(other.name(), other.id())),
            words.isEmpty() ? Optional.empty() : Optional.of(told)));
  }
}
