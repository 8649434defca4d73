package dev.aiwf.packs;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.scenario.Beat;
import dev.aiwf.core.scenario.Recording;
import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.core.workflow.Depth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a scenario: who takes part, and what happens. */
final class ScenarioReader {

  private static final String PROJECT = "support-bot";
  private static final String SURFACE = "console";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._ -]{0,59}");
  private static final Pattern TIME = Pattern.compile("(\\d{1,5}) ?(s|min|h|d)");

  private static final Pattern PRICE =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)/(\\d{1,6}(?:\\.\\d{1,6})?)");

  private final Source source;
  private final @Nullable PackFolder folder;
  private final boolean recorded;

  private ScenarioReader(Source source, @Nullable PackFolder folder, boolean recorded) {
    this.source = source;
    this.folder = folder;
    this.recorded = recorded;
  }

  /** The scenario; whether there is something wrong with it, its problems say. */
  static Optional<Scenario> read(Source source, @Nullable PackFolder folder, Tree tree) {
    return Fields.of(source, tree, "a scenario", ScenarioKeys.SCENARIO)
        .flatMap(
            fields -> new ScenarioReader(source, folder, fields.has("model")).scenario(fields));
  }

  private Optional<Scenario> scenario(Fields fields) {
    List<Scenario.Actor> people = people(fields);
    String name = fields.text("scenario");
    List<Beat> beats = beats(fields, people);
    if (people.isEmpty()) {
      return Optional.empty();
    }
    String project = fields.optionalText("project");
    return Optional.of(
        new Scenario(
            source.name(),
            name,
            workflow(fields),
            folder == null || fields.has("version") || fields.has("workflow")
                ? fields.optionalText("version")
                : folder.version(),
            project == null ? PROJECT : project,
            fields.optionalText("repository"),
            depth(fields),
            fields.optionalText("brief"),
            people,
            recording(fields),
            beats));
  }

  private String workflow(Fields fields) {
    return folder == null || fields.has("workflow") ? fields.text("workflow") : folder.id();
  }

  private Depth depth(Fields fields) {
    String text = fields.optionalText("depth");
    return text == null ? Depth.STANDARD : constant(Depth.values(), text, fields.line("depth"));
  }

  private List<Scenario.Actor> people(Fields fields) {
    Optional<Tree> tree = fields.required("people");
    if (tree.isEmpty() || !(tree.get() instanceof Tree.Mapping map) || map.entries().isEmpty()) {
      tree.ifPresent(it -> source.problem(it.line(), "\"people\" takes a map, like {lead: {}}."));
      return List.of();
    }
    return map.entries().stream().map(this::person).toList();
  }

  private Scenario.Actor person(Tree.Entry entry) {
    if (ScenarioKeys.BEAT.contains(entry.key()) || !NAME.matcher(entry.key()).matches()) {
      source.problem(entry.line(), "\"%s\" is no name for somebody here.".formatted(entry.key()));
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    String surface = null;
    if (!(entry.value() instanceof Tree.Scalar scalar && scalar.nothing())) {
      Optional<Fields> fields = Fields.of(source, entry.value(), "a person", ScenarioKeys.PERSON);
      fields.ifPresent(known ->
          known
              .words("roles")
              .forEach(role -> roles.add(constant(Role.values(), role.text(), role.line()))));
      surface = fields.map(known -> known.optionalText("surface")).orElse(null);
      if (fields.filter(known -> known.has("roles")).isEmpty()) {
        roles.add(Role.CONTRIBUTOR);
      }
    } else {
      roles.add(Role.CONTRIBUTOR);
    }
    return new Scenario.Actor(entry.key(), roles, surface == null ? SURFACE : surface);
  }

  private @Nullable Recording recording(Fields fields) {
    return fields
        .tree("model")
        .flatMap(tree -> Fields.of(source, tree, "a model", ScenarioKeys.MODEL))
        .map(known -> new Recording(known.text("name"), known.optionalText("second"), price(known)))
        .orElse(null);
  }

  private Recording.@Nullable Price price(Fields fields) {
    String text = fields.optionalText("price");
    if (text == null) {
      return null;
    }
    Matcher matcher = PRICE.matcher(text);
    if (matcher.matches()) {
      return new Recording.Price(
          new BigDecimal(matcher.group(1)), new BigDecimal(matcher.group(2)));
    }
    source.problem(
        fields.line("price"),
        "\"price\" takes dollars for a million tokens read and written, like 3/15, not \"%s\"."
            .formatted(text));
    return null;
  }

  private List<Beat> beats(Fields fields, List<Scenario.Actor> people) {
    List<Beat> beats = new ArrayList<>();
    fields.required("beats");
    List<String> names = people.stream().map(Scenario.Actor::name).toList();
    for (Tree tree : fields.list("beats")) {
      if (tree instanceof Tree.Mapping map && map.entries().size() == 1) {
        beats.addAll(beat(map.entries().getFirst(), names));
      } else {
        source.problem(
            tree.line(), "A beat is one of: %s.".formatted(String.join(", ", known(names))));
      }
    }
    return beats;
  }

  private static List<String> known(List<String> names) {
    return Stream.concat(names.stream(), ScenarioKeys.BEAT.stream()).toList();
  }

  private List<Beat> beat(Tree.Entry entry, List<String> names) {
    Tree value = entry.value();
    return switch (entry.key()) {
      case "wait" -> List.of(new Beat.Wait(entry.line(), time(value)));
      case "repository" -> List.of(repository(entry));
      case "model" -> List.of(answers(entry, names));
      case "expect" -> List.of(new Beat.Expect(entry.line(), new ExpectReader(source).read(value)));
      default -> {
        if (!names.contains(entry.key())) {
          source.problem(
              entry.line(),
              "There is nobody called \"%s\"; a beat is one of: %s."
                  .formatted(entry.key(), String.join(", ", known(names))));
        }
        yield new MoveReader(source, names)
            .read(value).stream()
                .<Beat>map(found -> new Beat.Does(found.line(), entry.key(), found.move()))
                .toList();
      }
    };
  }

  private Beat answers(Tree.Entry entry, List<String> names) {
    if (!recorded) {
      source.problem(
          entry.line(),
          "A model answers here, and \"model\" at the top has to say what it is called.");
    }
    return new Beat.Answers(entry.line(), new ReplyReader(source, names).read(entry.value()));
  }

  private Beat repository(Tree.Entry entry) {
    String refusal = null;
    if (entry.value() instanceof Tree.Mapping) {
      Optional<Fields> fields =
          Fields.of(source, entry.value(), "a repository", ScenarioKeys.REPOSITORY);
      refusal = fields.map(known -> known.text("refuses")).orElse(null);
    } else if (!(entry.value() instanceof Tree.Scalar scalar && scalar.text().equals("works"))) {
      source.problem(
          entry.line(), "\"repository\" takes {refuses: \"a reason\"}, or the word works.");
    }
    return new Beat.Repository(entry.line(), refusal);
  }

  private Duration time(Tree tree) {
    if (tree instanceof Tree.Scalar scalar) {
      Matcher matcher = TIME.matcher(scalar.text());
      if (matcher.matches()) {
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "min" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
      }
    }
    source.problem(
        tree.line(), "\"wait\" takes a time like 90s, 30min, 24h or 2d, not " + tree.kind() + ".");
    return Duration.ZERO;
  }

  private <E extends Enum<E>> E constant(E[] constants, String text, int line) {
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    source.problem(
        line,
        "\"%s\" is none of: %s."
            .formatted(
                text,
                Stream.of(constants)
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))));
    return constants[0];
  }
}
