package dev.aiwf.web.api;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.People;
import dev.aiwf.core.surface.Myself;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/** Who somebody is, and who the same human is elsewhere. */
record MeRoutes(People people) {

  void who(Context context, Person person) {
    Api.answer(context, 200, me(person, Myself.says(people, person, "")));
  }

  void says(Context context, Person person) {
    Fields fields = Body.of(context).fields();
    fields.only(Set.of("say"));
    Api.answer(context, 200, me(person, Myself.says(people, person, fields.text("say"))));
  }

  private Views.Me me(Person person, String told) {
    List<String> also = people.also(person.id()).stream().map(PersonId::value).sorted().toList();
    return new Views.Me(person.id().value(), person.name(), person.verified(), also, told);
  }
}
