package dev.aiwf.web.pages;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.access.Who;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** What the knowledge bases have, for people to look things up in. */
final class KnowledgePages {

  private final PageParts parts;
  private final Asking asking;
  private final Rendering rendering;

  KnowledgePages(PageParts parts, Rendering rendering) {
    this.parts = parts;
    this.asking = new Asking(parts.knowledge());
    this.rendering = rendering;
  }

  void search(Context context) {
    Who.Known who = parts.access().known(context.req());
    Lookup lookup = Lookup.of(context, parts.projects().offered());
    Asking.Heard<Lookup.Found> heard = asking.hear(lookup::in);
    rendering.page(
        context,
        200,
        "knowledge.jte",
        new KnowledgeView(
            rendering.frame("Knowledge", context, who),
            asking.connected(),
            heard.trouble(),
            lookup,
            heard.what().orElse(Lookup.Found.NOTHING)));
  }

  void item(Context context) {
    Who.Known who = parts.access().known(context.req());
    String id = context.pathParam("id");
    List<Use> uses =
        parts.projects().having(id).stream().map(standing -> Use.of(standing, id)).toList();
    Asking.Heard<Optional<Knowledge.Item>> heard = asking.hear(knowledge -> knowledge.item(id));
    Optional<Knowledge.Item> item = heard.what().flatMap(found -> found);
    if (item.isEmpty() && uses.isEmpty() && heard.trouble() == null) {
      throw Problem.notFound("There is no such item in the knowledge base.");
    }
    String title =
        item.map(Knowledge.Item::finding)
            .or(() -> uses.stream().map(Use::finding).findFirst())
            .map(finding -> Clean.line(finding.title()))
            .orElse(id);
    rendering.page(
        context,
        200,
        "item.jte",
        new ItemView(
            rendering.frame(title, context, who),
            title,
            item.map(Knowledge.Item::finding)
                .or(() -> uses.stream().map(Use::finding).findFirst())
                .map(FindingView::of)
                .orElse(null),
            item.map(Knowledge.Item::topics).orElse(List.of()),
            item.map(Knowledge.Item::sections).orElse(List.of()),
            uses,
            heard.trouble(),
            asking.connected()));
  }
}
