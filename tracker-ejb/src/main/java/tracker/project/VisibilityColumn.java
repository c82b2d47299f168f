package tracker.project;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A visibility by its word. */
@Converter
public class VisibilityColumn implements AttributeConverter<Visibility, String> {
  @Override
  public String convertToDatabaseColumn(Visibility visibility) {
    return visibility.word();
  }

  @Override
  public Visibility convertToEntityAttribute(String word) {
    return Visibility.of(word);
  }
}
