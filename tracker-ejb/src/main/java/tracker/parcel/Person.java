package tracker.parcel;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.UUID;

/**
 * An account that a document names by a reference of its own, because accounts have other ids
 * elsewhere. Writers and readers know the references by an attribute; without it ids stay ids.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@JacksonAnnotationsInside
@JsonSerialize(using = Person.Writer.class)
@JsonDeserialize(using = Person.Reader.class)
@interface Person {
  /** The attribute with the references by account, or the accounts by reference. */
  String KNOWN = "people";

  /** Accounts become references. */
  final class Writer extends StdSerializer<UUID> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(UUID.class);
    }

    @Override
    public void serialize(UUID account, JsonGenerator out, SerializerProvider context)
        throws IOException {
      Object known = context.getAttribute(KNOWN);
      Object ref = known instanceof Map<?, ?> refs ? refs.get(account.toString()) : null;
      out.writeString(String.valueOf(ref == null ? account : ref));
    }
  }

  /** References become accounts. */
  final class Reader extends StdDeserializer<UUID> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getValueAsString("");
      Object known = context.getAttribute(KNOWN);
      if (known instanceof Map<?, ?> accounts) {
        return accounts.get(text) instanceof String account
            ? UUID.fromString(account)
            : (UUID) context.handleWeirdStringValue(UUID.class, text, "nobody of the document");
      }
      return UUID.fromString(text);
    }
  }
}
