package io.bincard.server.problem;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a message for what reading it lets pass: fields that were missing, which are null
 * now, and texts that PostgreSQL does not store.
 */
public final class FieldCheck {
  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .filter(component -> !component.getType().isPrimitive())
              .toList();
        }
      };

  private FieldCheck() {}

  /**
   * One field that is not right.
   *
   * @param name such as {@code clocks.run}
   * @param reason a sentence that begins with the name
   */
  public record Flaw(String name, String reason) {
    private static Flaw of(String name, String reason) {
      return new Flaw(name, name + " " + reason);
    }
  }

  /**
   * The first field with a flaw.
   *
   * @param message records and collections of records in it are looked at too
   */
  public static Optional<Flaw> flaw(Record message) {
    return inRecord("", message);
  }

  private static Optional<Flaw> inRecord(String path, Record message) {
    for (RecordComponent component : COMPONENTS.get(message.getClass())) {
      Object value = value(component, message);
      boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (value != null || !mayBeNull) {
        Optional<Flaw> flaw = inValue(path + component.getName(), value);
        if (flaw.isPresent()) {
          return flaw;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Flaw> inValue(String path, @Nullable Object value) {
    return switch (value) {
      case null -> Optional.of(Flaw.of(path, "is missing."));
      case String text when !storable(text) ->
          Optional.of(Flaw.of(path, "holds a NUL character or half a surrogate pair."));
      case Record inner -> inRecord(path + ".", inner);
      case Collection<?> elements -> inElements(path, elements);
      default -> Optional.empty();
    };
  }

  private static Optional<Flaw> inElements(String path, Collection<?> elements) {
    int index = 0;
    for (Object element : elements) {
      Optional<Flaw> flaw = inValue(path + "[" + index++ + "]", element);
      if (flaw.isPresent()) {
        return flaw;
      }
    }
    return Optional.empty();
  }

  private static boolean storable(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private static @Nullable Object value(RecordComponent component, Record message) {
    try {
      return component.getAccessor().invoke(message);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("messages are public records", impossible);
    }
  }
}
