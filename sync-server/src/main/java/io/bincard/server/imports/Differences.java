package io.bincard.server.imports;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says for people in what two records of one type differ. */
final class Differences {
  private Differences() {}

  /** Such as {@code name: Lamp -> Floor lamp, cost: 3 -> 3.5}. */
  static String between(Object before, Object after) {
    List<String> differences = new ArrayList<>();
    for (RecordComponent component : after.getClass().getRecordComponents()) {
      Object was = value(component, before);
      Object is = value(component, after);
      if (!Objects.equals(was, is)) {
        differences.add(component.getName() + ": " + was + " -> " + is);
      }
    }
    return String.join(", ", differences);
  }

  private static Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException notPublic) {
      throw new IllegalArgumentException(notPublic);
    }
  }
}
