package tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.SpecVersionDetector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The files that other programs read: CI, compose, Kubernetes, gateways. They are read as YAML, and
 * held against those programs' own schemas (src/test/resources/schemas).
 */
final class Kit {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Kit() {}

  /** The documents of a YAML file, which is named from the root of the repository. */
  static List<JsonNode> documents(String file) {
    return parsed(House.read(House.root().resolve(file)));
  }

  /** The documents of a YAML text. */
  static List<JsonNode> parsed(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(new DumperOptions()),
            new DumperOptions(),
            options,
            new Words());
    List<JsonNode> documents = new ArrayList<>();
    for (Object document : yaml.loadAll(text)) {
      if (document != null) {
        documents.add(JSON.valueToTree(document));
      }
    }
    return documents;
  }

  /** What this schema has against a document; empty when it is well. */
  static List<String> faults(String schema, JsonNode document) {
    return schema(schema).validate(document).stream().map(Object::toString).sorted().toList();
  }

  private static JsonSchema schema(String name) {
    try (InputStream stream = Kit.class.getResourceAsStream("/schemas/" + name + ".json")) {
      JsonNode schema = JSON.readTree(stream);
      SpecVersion.VersionFlag version = SpecVersionDetector.detect(schema);
      return JsonSchemaFactory.getInstance(version).getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only true and false are no words: {@code on} is a key of GitHub's. */
  private static final class Words extends Resolver {
    @Override
    public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
      if (Tag.BOOL.equals(tag)) {
        super.addImplicitResolver(tag, Pattern.compile("^(?:true|false)$"), "tf", limit);
      } else {
        super.addImplicitResolver(tag, regexp, first, limit);
      }
    }
  }
}
