package dev.aiwf.engine.rows;

import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Value;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes one full specimen of any record, always the same. */
final class Samples {

  private Samples() {}

  /** The records that a sealed type has for members, however deep. */
  static Stream<Class<?>> members(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(member -> member.isSealed() ? members(member) : Stream.of(member));
  }

  static Object of(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i].getGenericType(), components[i].getName());
    }
    var constructor =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(Type type, String name) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Type first = generic.getActualTypeArguments()[0];
      Class<?> raw = (Class<?>) generic.getRawType();
      if (raw == Map.class) {
        return Map.of(value(first, "key"), value(generic.getActualTypeArguments()[1], name));
      }
      return raw == Set.class ? Set.of(value(first, name)) : List.of(value(first, name));
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return "the " + name;
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return true;
    }
    if (raw == int.class || raw == Integer.class) {
      return 7;
    }
    if (raw == long.class || raw == Long.class) {
      return 7L;
    }
    if (raw == BigDecimal.class) {
      return new BigDecimal("12.50");
    }
    if (raw == double.class) {
      return 0.5;
    }
    if (raw == Instant.class) {
      return Instant.parse("2026-03-02T09:00:00.123Z");
    }
    if (raw == Duration.class) {
      return Duration.ofHours(36);
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    // These contain themselves; the first member of each does not.
    if (raw == Condition.class) {
      return new Condition.Is("ask", "expected");
    }
    if (raw == Value.class) {
      return new Value.Decision("rag-only", "daily edits");
    }
    return raw.isSealed() ? of(members(raw).toList().getFirst()) : of(raw);
  }

  /** Every record that is stored by itself or inside one, by name. */
  static List<Class<?>> stored() {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> sealed :
        List.of(
            dev.aiwf.core.project.Fact.class,
            dev.aiwf.core.project.Action.class,
            dev.aiwf.core.project.Input.class,
            dev.aiwf.core.project.Sender.class,
            dev.aiwf.core.turn.Effect.class,
            dev.aiwf.core.workflow.Value.class,
            dev.aiwf.core.workflow.Condition.class,
            dev.aiwf.core.workflow.AskType.class,
            dev.aiwf.core.workflow.Formula.class,
            dev.aiwf.core.chat.Block.class,
            dev.aiwf.core.chat.Span.class,
            dev.aiwf.core.chat.Press.class,
            dev.aiwf.core.chat.FormRef.class)) {
      members(sealed).forEach(all::add);
    }
    all.addAll(parts());
    all.add(dev.aiwf.core.project.Sidecar.class);
    all.add(dev.aiwf.core.chat.Content.class);
    all.add(dev.aiwf.core.workflow.Workflow.class);
    all.add(InboxTable.Body.class);
    all.add(InboxTable.Outcome.class);
    return List.copyOf(all);
  }

  /** What a sidecar and a workflow gained after they were first stored. */
  private static List<Class<?>> parts() {
    return List.of(
        dev.aiwf.core.project.GateState.class,
        dev.aiwf.core.project.Remarks.class,
        dev.aiwf.core.project.Team.class,
        dev.aiwf.core.project.Way.Visit.class,
        dev.aiwf.core.workflow.Agent.class,
        dev.aiwf.core.workflow.Ask.class,
        dev.aiwf.core.workflow.Ask.Point.class,
        dev.aiwf.core.workflow.Ask.Recommendation.class,
        dev.aiwf.core.workflow.AskType.Option.class,
        dev.aiwf.core.workflow.Consult.class,
        dev.aiwf.core.workflow.Figure.class,
        dev.aiwf.core.workflow.Gate.Policy.class,
        dev.aiwf.core.workflow.Method.class,
        dev.aiwf.core.workflow.Phase.class,
        dev.aiwf.core.workflow.Step.class,
        dev.aiwf.core.workflow.Step.Skip.class,
        dev.aiwf.core.workflow.Warning.class,
        dev.aiwf.core.workflow.Write.class);
  }
}
