package tracker.shared.view;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages read records and enums by plain names: {@code #{task.title}}, {@code #{status.word}}.
 */
public class RecordResolver extends ELResolver {
  private static final ClassValue<Map<String, Method>> READERS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          Map<String, Method> readers = new ConcurrentHashMap<>();
          for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
              readers.put(method.getName(), method);
            }
          }
          return readers;
        }
      };

  @Override
  public @Nullable Object getValue(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    Method reader = reader(base, property);
    if (reader == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      return reader.invoke(base);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new ELException(e);
    }
  }

  @Override
  public @Nullable Class<?> getType(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    Method reader = reader(base, property);
    if (reader == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    return reader.getReturnType();
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
    // records stay as they are: left to the other resolvers, which refuse
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
    if (reader(base, property) != null) {
      context.setPropertyResolved(base, property);
      return true;
    }
    return false;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return Object.class;
  }

  private static @Nullable Method reader(@Nullable Object base, @Nullable Object property) {
    return base instanceof Record || base instanceof Enum<?>
        ? property == null ? null : READERS.get(base.getClass()).get(property.toString())
        : null;
  }
}
