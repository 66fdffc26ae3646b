package io.bincard.server.problem;

import java.lang.reflect.Method;
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
  // Every line of every push comes by here, so what reflection can tell is asked once a type.
  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .filter(component -> !component.getType().isPrimitive())
              .map(Component::of)
              .toList();
        }
      };

  private record Component(String name, Method accessor, boolean mayBeNull) {
    static Component of(RecordComponent component) {
      return new Component(
          component.getName(),
          component.getAccessor(),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    @Nullable Object of(Record message) {
      try {
        return accessor.invoke(message);
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError("messages are public records", impossible);
      }
    }
  }

  /** Where it is, put together only for those few that have a flaw. */
  private record Found(String path, String complaint) {
    Found below(String name) {
      boolean direct = path.isEmpty() || path.startsWith("[");
      return new Found(direct ? name + path : name + "." + path, complaint);
    }
  }

  private FieldCheck() {}

  /**
   * One field that is not right.
   *
   * @param name such as {@code clocks.run}
   * @param reason a sentence that begins with the name
   */
  public record Flaw(String name, String reason) {
    private static Flaw of(Found found) {
      return new Flaw(found.path(), found.path() + " " + found.complaint());
    }
  }

  /**
   * The first field with a flaw.
   *
   * @param message records and collections of records in it are looked at too
   */
  public static Optional<Flaw> flaw(Record message) {
    return Optional.ofNullable(inRecord(message)).map(Flaw::of);
  }

  private static @Nullable Found inRecord(Record message) {
    for (Component component : COMPONENTS.get(message.getClass())) {
      Object value = component.of(message);
      if (value != null || !component.mayBeNull()) {
        Found found = inValue(value);
        if (found != null) {
          return found.below(component.name());
        }
      }
    }
    return null;
  }

  private static @Nullable Found inValue(@Nullable Object value) {
    return switch (value) {
      case null -> new Found("", "is missing.");
      case String text when !isStorable(text) ->
          new Found("", "holds a NUL character or half a surrogate pair.");
      case Record inner -> inRecord(inner);
      case Collection<?> elements -> inElements(elements);
      default -> null;
    };
  }

  private static @Nullable Found inElements(Collection<?> elements) {
    int index = 0;
    for (Object element : elements) {
      Found found = inValue(element);
      if (found != null) {
        return found.below("[" + index + "]");
      }
      index++;
    }
    return null;
  }

  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
