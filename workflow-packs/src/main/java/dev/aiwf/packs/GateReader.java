package dev.aiwf.packs;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.workflow.Gate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a checklist with its approvers. */
final class GateReader {

  private GateReader() {}

  static Optional<Gate> read(Source source, Tree tree) {
    return Fields.of(source, tree, "a gate", Keys.GATE)
        .map(fields -> {
          Optional<Gate.Policy> policy =
              fields
                  .required("policy")
                  .flatMap(p -> Fields.of(source, p, "a policy", Keys.POLICY))
                  .map(p -> policy(source, p));
          List<Gate.Item> items = items(source, fields);
          return new Gate(
              fields.text("title"), items, policy.orElse(new Gate.Policy(1, Set.of(), true)));
        });
  }

  private static Gate.Policy policy(Source source, Fields fields) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (fields.required("roles").isPresent()) {
      List<Tree.Scalar> words = fields.words("roles");
      for (Tree.Scalar word : words) {
        Arrays.stream(Role.values())
            .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word.text()))
            .findFirst()
            .ifPresentOrElse(
                roles::add,
                () ->
                    source.problem(
                        word.line(),
                        "There is no role \"%s\"; there are: owner, approver, contributor."
                            .formatted(word.text())));
      }
      if (words.isEmpty()) {
        source.problem(fields.line("roles"), "A gate that nobody may sign is never passed.");
      }
    }
    return new Gate.Policy(
        fields.count("approvals", 1, 1),
        roles,
        fields.flag("initiator_counts", true),
        Durations.read(source, fields, "remind_after"));
  }

  private static List<Gate.Item> items(Source source, Fields gate) {
    List<Gate.Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Tree tree : gate.list("items")) {
      Fields.of(source, tree, "an item of a checklist", Keys.ITEM)
          .ifPresent(fields -> {
            String id = fields.text("id");
            Names.checkId(source, fields.line("id"), id);
            if (!id.isEmpty() && !seen.add(id)) {
              source.problem(
                  fields.line("id"), "The item \"%s\" is on this checklist already.".formatted(id));
            }
            items.add(new Gate.Item(id, fields.text("group"), fields.text("text")));
          });
    }
    if (gate.required("items").isPresent() && items.isEmpty()) {
      source.problem(gate.line("items"), "A gate needs something to check.");
    }
    return items;
  }
}
