package tracker.shared;

import java.lang.reflect.Field;
import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.config.DescriptorCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;

/**
 * Lets an entity have null in uuid columns: EclipseLink would send it as varchar, which PostgreSQL
 * refuses, and fails to read it. An entity with an id that may be null names it with
 * {@code @Customizer}.
 */
public class UuidColumns implements DescriptorCustomizer {
  @Override
  public void customize(ClassDescriptor descriptor) throws NoSuchFieldException {
    for (DatabaseMapping mapping : descriptor.getMappings()) {
      Class<?> type = field(descriptor.getJavaClass(), mapping.getAttributeName()).getType();
      if (type == UUID.class && mapping instanceof DirectToFieldMapping direct) {
        direct.getField().setSqlType(Types.OTHER);
        direct.setConverter(null); // its own one fails on null; the driver speaks UUID itself
      }
    }
  }

  // an entity may have it from a mapped superclass
  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    for (Class<?> one = type; one != null; one = one.getSuperclass()) {
      for (Field field : one.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new NoSuchFieldException(name);
  }
}
