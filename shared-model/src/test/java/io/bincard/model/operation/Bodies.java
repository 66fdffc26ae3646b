package io.bincard.model.operation;

import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Any body there is: a kind that is new is among them without anybody adding it here. */
public final class Bodies {
  private Bodies() {}

  /** Every record that is a body. */
  public static List<Class<? extends Body>> kinds() {
    List<Class<? extends Body>> kinds = new ArrayList<>();
    collect(Body.class, kinds);
    return kinds;
  }

  private static void collect(Class<?> type, List<Class<? extends Body>> kinds) {
    if (type.isRecord()) {
      kinds.add(type.asSubclass(Body.class));
    } else {
      Arrays.stream(type.getPermittedSubclasses()).forEach(kind -> collect(kind, kinds));
    }
  }

  public static Arbitrary<Body> any() {
    return Arbitraries.of(kinds()).flatMap(kind -> of(kind).map(body -> body));
  }

  public static <T> Arbitrary<T> of(Class<T> record) {
    List<Arbitrary<Object>> components =
        Arrays.stream(record.getRecordComponents()).map(Bodies::component).toList();
    return Combinators.combine(components).as(values -> make(record, values));
  }

  private static Arbitrary<Object> component(RecordComponent component) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Arbitrary<Object> any = value(component.getGenericType());
    return nullable ? any.injectNull(.3) : any;
  }

  private static Arbitrary<Object> value(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return value(list.getActualTypeArguments()[0]).list().ofMaxSize(3).asGeneric();
    }
    return simple((Class<?>) type).asGeneric();
  }

  private static Arbitrary<?> simple(Class<?> type) {
    if (type == String.class) {
      return Arbitraries.strings().ofMaxLength(12);
    } else if (type == Quantity.class) {
      long most = Quantity.LIMIT.millionths();
      return Arbitraries.longs().between(-most, most).map(Quantity::new);
    } else if (type == Account.class) {
      return Arbitraries.strings().ofMinLength(1).ofMaxLength(12).map(Account::bin);
    } else if (type == UUID.class) {
      return Arbitraries.create(UUID::randomUUID);
    } else if (type == long.class) {
      return Arbitraries.longs();
    } else if (type == int.class || type == Integer.class) {
      return Arbitraries.integers();
    } else if (type == boolean.class) {
      return Arbitraries.of(true, false);
    } else if (type.isRecord()) {
      return of(type);
    }
    throw new AssertionError("nobody says how to make a " + type);
  }

  private static <T> T make(Class<T> record, List<Object> values) {
    try {
      Class<?>[] types =
          Arrays.stream(record.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return record.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("bodies are public records", broken);
    }
  }
}
