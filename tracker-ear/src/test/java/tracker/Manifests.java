package tracker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Objects of Kubernetes, as they stand in files. */
record Manifests(List<JsonNode> all) {
  static final String FOLDER = "docker/kubernetes/";
  static final List<String> PLACES = List.of("local", "staging", "prod");

  /** Kinds of others, which the schema of Kubernetes does not know. */
  private static final Set<String> ADDED = Set.of("ClusterIssuer", "Middleware");

  /** Those of the base and of TLS, which all places are made of. */
  static Manifests written() {
    List<JsonNode> all = new ArrayList<>();
    for (String folder : List.of("base", "tls")) {
      for (String file : files(FOLDER + folder)) {
        if (!file.endsWith("kustomization.yaml")) {
          all.addAll(Kit.documents(file));
        }
      }
    }
    return new Manifests(all);
  }

  /** The files directly in a folder, which is named from the root of the repository. */
  static List<String> files(String folder) {
    try (Stream<Path> list = Files.list(House.root().resolve(folder))) {
      return list.map(file -> folder + "/" + file.getFileName()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the lines of a file of names and values say. */
  static Map<String, String> values(String file) {
    Map<String, String> values = new TreeMap<>();
    House.read(House.root().resolve(file))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .forEach(pair -> values.put(pair[0], pair[1]));
    return values;
  }

  /** What Kubernetes has against any of them. */
  List<String> faults() {
    return all.stream()
        .filter(one -> !ADDED.contains(kind(one)))
        .flatMap(one -> Kit.faults("kubernetes", one).stream().map(fault -> name(one) + fault))
        .toList();
  }

  JsonNode one(String kind, String name) {
    return of(kind).stream()
        .filter(one -> name(one).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
  }

  List<JsonNode> of(String kind) {
    return all.stream().filter(one -> kind(one).equals(kind)).toList();
  }

  /** What runs pods: deployments and sets. */
  List<JsonNode> running() {
    return Stream.of("Deployment", "StatefulSet").flatMap(kind -> of(kind).stream()).toList();
  }

  static String kind(JsonNode one) {
    return one.path("kind").asText();
  }

  static String name(JsonNode one) {
    return one.at("/metadata/name").asText();
  }

  static JsonNode pod(JsonNode running) {
    return running.at("/spec/template/spec");
  }

  static List<JsonNode> containers(JsonNode running) {
    return Stream.of("initContainers", "containers")
        .flatMap(kind -> elements(pod(running).path(kind)).stream())
        .toList();
  }

  static List<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }
}
