package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the OpenAPI document against the routes that are registered, both ways. */
class OpenApiTest {
  @TempDir static Path snapshots;
  private static TestService service;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    SampleSnapshot.standard().publish(snapshots);
    service = TestService.start(snapshots);
    document = service.get("/openapi.json").json();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void listsExactlyTheRoutesAndTheirParameters() {
    Map<String, Set<String>> registered = new TreeMap<>();
    for (Route route : Routes.of(service.store())) {
      Set<String> parameters = new TreeSet<>(route.parameters());
      if (route.path().startsWith("/v1")) {
        parameters.add("lang");
      }
      registered.put(route.path(), parameters);
    }
    Map<String, Set<String>> documented = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path -> {
              Set<String> parameters = new TreeSet<>();
              for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                if (parameter.path("in").textValue().equals("query")) {
                  parameters.add(parameter.path("name").textValue());
                }
              }
              documented.put(path.getKey(), parameters);
            });
    assertThat(documented).isEqualTo(registered);
    assertThat(documented).hasSize(11);
  }

  @Test
  void everyAnswerHasExactlyTheDocumentedFields() {
    List<String> paths =
        List.of(
            "/v1/clients",
            "/v1/clients/{id}",
            "/v1/clients/{id}/explanation",
            "/v1/features",
            "/v1/features/{name}",
            "/v1/features/{name}/distribution",
            "/v1/importance",
            "/v1/model",
            "/v1/snapshot",
            "/health/live",
            "/health/ready");
    for (String path : paths) {
      JsonNode schema =
          document
              .path("paths")
              .path(path)
              .path("get")
              .path("responses")
              .path("200")
              .path("content")
              .path("application/json")
              .path("schema");
      String real = path.replace("{id}", "100002").replace("{name}", "NAME_EDUCATION_TYPE");
      if (path.endsWith("distribution")) {
        real += "?client=100002";
      }
      requireSchema(path, schema, service.get(real).json());
      // Of the second client one value is missing, of the third the outcome.
      for (String other : List.of("100003", "131071")) {
        requireSchema(path, schema, service.get(real.replace("100002", other)).json());
      }
    }
  }

  @Test
  void everyRouteOfTheApiSaysItsProblemsAndItsToken() {
    document
        .path("paths")
        .properties()
        .forEach(
            path -> {
              if (path.getKey().startsWith("/v1")) {
                JsonNode get = path.getValue().path("get");
                assertThat(get.path("security").toString()).isEqualTo("[{\"token\":[]}]");
                assertThat(get.path("summary").textValue()).isNotBlank();
                for (String status : List.of("200", "400", "401", "503")) {
                  assertThat(get.path("responses").has(status)).as(path.getKey()).isTrue();
                }
              }
            });
    JsonNode token = document.path("components").path("securitySchemes").path("token");
    assertThat(token.toString()).isEqualTo("{\"type\":\"http\",\"scheme\":\"bearer\"}");
    assertThat(document.path("components").path("schemas").has("Problem")).isTrue();
  }

  /** Compares names and types all the way down. */
  private static void requireSchema(String where, JsonNode schema, JsonNode answer) {
    JsonNode resolved = resolved(schema);
    if (answer.isNull()) {
      assertThat(schema.path("nullable").asBoolean()).as(where + " may be null").isTrue();
    } else if (answer.isArray()) {
      assertThat(resolved.path("type").asText()).as(where).isEqualTo("array");
      for (JsonNode element : answer) {
        requireSchema(where + "[]", resolved.path("items"), element);
      }
    } else if (answer.isObject()) {
      assertThat(resolved.path("type").asText()).as(where).isEqualTo("object");
      requireFields(where, resolved, answer);
    } else {
      assertThat(types(resolved)).as(where).contains(type(answer));
    }
  }

  private static void requireFields(String where, JsonNode schema, JsonNode answer) {
    if (schema.has("properties")) {
      Set<String> answered = new TreeSet<>();
      answer.fieldNames().forEachRemaining(answered::add);
      Set<String> documented = new TreeSet<>();
      schema.path("required").forEach(name -> documented.add(name.textValue()));
      assertThat(answered).as(where).isEqualTo(documented);
    }
    answer
        .properties()
        .forEach(
            field ->
                requireSchema(
                    where + "." + field.getKey(),
                    schema.has("properties")
                        ? schema.path("properties").path(field.getKey())
                        : schema.path("additionalProperties"),
                    field.getValue()));
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    types.add(schema.path("type").asText());
    schema.path("oneOf").forEach(alternative -> types.add(alternative.path("type").asText()));
    return types;
  }

  private static String type(JsonNode value) {
    if (value.isBoolean()) {
      return "boolean";
    }
    if (value.isTextual()) {
      return "string";
    }
    return value.isIntegralNumber() ? "integer" : "number";
  }

  private static JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText("");
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }
}
