package tracker.shared.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@code @BeanParam} parameters whose fields all are texts of the query, or lists of them.
 * Jersey asks its injection manager for each field of each request; the fields are known once.
 */
@Provider
public class QueryFields implements Feature, ValueParamProvider {
  @Override
  public boolean configure(FeatureContext context) {
    context.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(QueryFields.this).to(ValueParamProvider.class);
          }
        });
    return true;
  }

  /** Before Jersey's own. */
  @Override
  public PriorityType getPriority() {
    return Priority.HIGH;
  }

  @Override
  public @Nullable Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class) ? filler(parameter.getRawType()) : null;
  }

  private static @Nullable Function<ContainerRequest, ?> filler(Class<?> type) {
    List<Field> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .toList();
    if (type.getSuperclass() != Object.class || !fields.stream().allMatch(QueryFields::fits)) {
      return null;
    }
    try {
      Constructor<?> maker = type.getDeclaredConstructor();
      maker.setAccessible(true);
      List<Place> places = fields.stream().map(Place::of).toList();
      return request -> filled(maker, places, request.getUriInfo().getQueryParameters());
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static boolean fits(Field field) {
    return field.isAnnotationPresent(QueryParam.class)
        && (field.getType() == String.class || field.getType() == List.class);
  }

  private static Object filled(
      Constructor<?> maker, List<Place> places, MultivaluedMap<String, String> query) {
    try {
      Object made = maker.newInstance();
      for (Place place : places) {
        List<String> given = query.get(place.name());
        if (given != null && !given.isEmpty()) {
          place.field().set(made, place.many() ? given : given.get(0));
        }
      }
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Not made for a query: " + maker.getDeclaringClass(), e);
    }
  }

  /** Where a parameter of the query goes. */
  private record Place(Field field, String name, boolean many) {
    static Place of(Field field) {
      field.setAccessible(true);
      String name = field.getAnnotation(QueryParam.class).value();
      return new Place(field, name, field.getType() == List.class);
    }
  }
}
