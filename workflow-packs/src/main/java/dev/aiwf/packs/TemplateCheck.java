package dev.aiwf.packs;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.aiwf.core.workflow.Placeholder;
import dev.aiwf.core.workflow.Vocabulary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a template against the vocabulary and finds the asks whose answers stand in it. */
final class TemplateCheck {

  private static final Pattern LINE = Pattern.compile("line (\\d{1,7})");
  private static final Set<String> COUNTING = Set.of("-first", "-last", "-index");

  private final Source source;
  private final Vocabulary vocabulary;

  /** What is open around the tag, the innermost first. */
  private final Deque<Placeholder> open = new ArrayDeque<>();

  private final Set<String> asks = new LinkedHashSet<>();

  private TemplateCheck(Source source, Vocabulary vocabulary) {
    this.source = source;
    this.vocabulary = vocabulary;
    open.push(vocabulary.root());
  }

  /** The asks that a template shows; what is wrong with it is said. */
  static Set<String> asksIn(Source source, Vocabulary vocabulary, String template) {
    TemplateCheck check = new TemplateCheck(source, vocabulary);
    try {
      Mustache.compiler().compile(template);
      TemplateTag.in(template).forEach(check::tag);
    } catch (MustacheException e) {
      check.noTemplate(String.valueOf(e.getMessage()).strip());
    } catch (StringIndexOutOfBoundsException e) {
      // What the library answers to a tag with nothing in it.
      check.noTemplate("a tag is empty");
    }
    return check.asks;
  }

  private void noTemplate(String why) {
    Matcher line = LINE.matcher(why);
    source.problem(
        line.find() ? Integer.parseInt(line.group(1)) : 1, "This is no template: " + why + ".");
  }

  private void tag(TemplateTag tag) {
    switch (tag.kind()) {
      case VARIABLE -> printed(tag);
      case SECTION -> open.push(inside(tag));
      case INVERTED -> {
        meant(tag);
        open.push(new Placeholder.Flag());
      }
      case END -> {
        // What is closed may be of a kind that was refused when it was opened.
        if (open.size() > 1) {
          open.pop();
        }
      }
      case COMMENT -> {}
      case OTHER ->
          source.problem(
              tag.line(), "Templates take variables, sections and comments, and nothing else.");
    }
  }

  private void printed(TemplateTag tag) {
    if (COUNTING.contains(tag.name())) {
      return;
    }
    Placeholder meant = meant(tag);
    switch (meant) {
      case null -> {}
      case Placeholder.Word _ -> {}
      case Placeholder.Each _ ->
          source.problem(
              tag.line(),
              "\"%1$s\" is a list: open it with {{#%1$s}} and close it with {{/%1$s}}."
                  .formatted(tag.name()));
      case Placeholder.Flag _ ->
          source.problem(tag.line(), "\"%1$s\" opens a section, {{#%1$s}}.".formatted(tag.name()));
      case Placeholder.Group group ->
          source.problem(
              tag.line(),
              "\"%s\" has parts to be named after a dot: %s."
                  .formatted(tag.name(), String.join(", ", group.parts().keySet())));
    }
  }

  private Placeholder inside(TemplateTag tag) {
    return switch (meant(tag)) {
      case null -> new Placeholder.Flag();
      case Placeholder.Each(var item) -> item;
      case Placeholder.Word word -> word;
      case Placeholder.Group group -> group;
      case Placeholder.Flag flag -> flag;
    };
  }

  private @Nullable Placeholder meant(TemplateTag tag) {
    if (COUNTING.contains(tag.name())) {
      return new Placeholder.Flag();
    }
    if (tag.name().equals(".") || tag.name().equals("this")) {
      return open.stream().filter(one -> !(one instanceof Placeholder.Flag)).findFirst().get();
    }
    List<String> path = List.of(tag.name().split("\\.", -1));
    Placeholder at = null;
    for (Placeholder scope : open) {
      at = scope.parts().get(path.getFirst());
      if (at != null) {
        break;
      }
    }
    if (at != null && at.equals(vocabulary.root().parts().get(path.getFirst()))) {
      asks.addAll(vocabulary.asksBehind(path.getFirst()));
    }
    for (String part : path.subList(1, path.size())) {
      at = at == null ? null : at.parts().get(part);
    }
    if (at == null) {
      source.problem(
          tag.line(),
          "There is nothing called \"%s\" here: no ask, figure or section of this workflow, and no part of one."
              .formatted(tag.name()));
    }
    return at;
  }
}
