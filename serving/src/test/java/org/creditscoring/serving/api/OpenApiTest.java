package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestReviews;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
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

  /** What is asked of each operation; the clients after the first lack a value or an outcome. */
  private static final Map<String, List<Example>> EXAMPLES =
      Map.ofEntries(
          Map.entry("GET /v1/clients", List.of(get("/v1/clients"), get("/v1/clients?limit=100"))),
          Map.entry(
              "POST /v1/clients/lookup",
              List.of(new Example("/v1/clients/lookup", "{\"ids\":[1,100002,131071]}"))),
          Map.entry("GET /v1/clients/{id}", clients("")),
          Map.entry(
              "GET /v1/clients/{id}/explanation",
              Stream.of("/explanation?top=3", "/explanation?top=3&detail=full")
                  .flatMap(rest -> clients(rest).stream())
                  .toList()),
          Map.entry("GET /v1/clients/{id}/summary", clients("/summary")),
          Map.entry("GET /v1/clients/{id}/position", clients("/position")),
          Map.entry("GET /v1/clients/{id}/history", clients("/history")),
          Map.entry("GET /v1/clients/{id}/what-if", clients("/what-if")),
          Map.entry(
              "POST /v1/clients/{id}/what-if",
              List.of(
                  new Example(
                      "/v1/clients/100003/what-if",
                      "{\"values\":{\"AMT_CREDIT\":9e6,\"NAME_EDUCATION_TYPE\":\"Secondary\",\"FLAG_OWN_CAR\":null}}"))),
          Map.entry("GET /v1/clients/{id}/reviews", clients("/reviews")),
          Map.entry(
              "POST /v1/clients/{id}/reviews",
              List.of(
                  new Example(
                      "/v1/clients/100003/reviews",
                      "{\"verdict\":\"UPHELD\",\"reason\":\"Looked at.\",\"snapshotId\":\"20261122T193200Z-5f0c9a\"}"))),
          Map.entry("GET /v1/features", List.of(get("/v1/features"))),
          Map.entry(
              "GET /v1/features/{name}",
              List.of(get("/v1/features/NAME_EDUCATION_TYPE"), get("/v1/features/AGE_YEARS"))),
          Map.entry(
              "GET /v1/features/{name}/distribution",
              List.of(
                  get("/v1/features/AGE_YEARS/distribution"),
                  get("/v1/features/NAME_EDUCATION_TYPE/distribution?client=100003"))),
          Map.entry(
              "GET /v1/importance",
              List.of(get("/v1/importance"), get("/v1/importance?by=group&client=100003"))),
          Map.entry(
              "GET /v1/pairs",
              List.of(get("/v1/pairs"), get("/v1/pairs?client=100003&y=NAME_EDUCATION_TYPE"))),
          Map.entry("GET /v1/pairs/features", List.of(get("/v1/pairs/features"))),
          Map.entry(
              "GET /v1/model/cut-off",
              List.of(get("/v1/model/cut-off"), get("/v1/model/cut-off?cutOff=0.01"))),
          Map.entry("GET /v1/model/card", List.of(get("/v1/model/card"))),
          Map.entry("GET /v1/model", List.of(get("/v1/model"))),
          Map.entry("GET /v1/snapshot", List.of(get("/v1/snapshot"))),
          Map.entry("GET /v1/snapshots", List.of(get("/v1/snapshots"))),
          Map.entry("GET /v1/tokens", List.of(get("/v1/tokens"))),
          Map.entry("GET /health/live", List.of(get("/health/live"))),
          Map.entry("GET /health/ready", List.of(get("/health/ready"))));

  /**
   * @param body empty for GET
   */
  private record Example(String path, String body) {}

  private static Example get(String path) {
    return new Example(path, "");
  }

  private static List<Example> clients(String rest) {
    return Stream.of("100002", "100003", "131071")
        .map(id -> get("/v1/clients/" + id + rest))
        .toList();
  }

  @Test
  void listsExactlyTheRoutesAndTheirParameters() {
    Map<String, Set<String>> registered = new TreeMap<>();
    registered.put("GET /v1/tokens", Set.of("lang"));
    for (Route route : Routes.of(service.store(), TestReviews.shared())) {
      Set<String> parameters = new TreeSet<>(route.parameters());
      if (route.path().startsWith("/v1")) {
        parameters.add("lang");
      }
      registered.put(route.method() + " " + route.path(), parameters);
    }
    Map<String, Set<String>> documented = new TreeMap<>();
    operations()
        .forEach(
            (name, operation) -> {
              Set<String> parameters = new TreeSet<>();
              for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").textValue().equals("query")) {
                  assertThat(parameters.add(parameter.path("name").textValue())).isTrue();
                }
              }
              documented.put(name, parameters);
            });
    assertThat(documented).isEqualTo(registered);
    assertThat(documented.keySet()).isEqualTo(new TreeSet<>(EXAMPLES.keySet()));
  }

  @Test
  void everyAnswerHasExactlyTheDocumentedFields() {
    operations()
        .forEach(
            (name, operation) -> {
              for (Example example : EXAMPLES.get(name)) {
                Answer answer = ask(example);
                JsonNode schema =
                    operation
                        .path("responses")
                        .path(Integer.toString(answer.status()))
                        .path("content")
                        .path("application/json")
                        .path("schema");
                assertThat(answer.status()).as(name + answer.body()).isBetween(200, 201);
                requireSchema(example.path(), schema, answer.json());
              }
            });
  }

  @Test
  void everyBodyNeedsExactlyTheDocumentedFields() {
    ObjectMapper mapper = new ObjectMapper();
    operations()
        .forEach(
            (name, operation) -> {
              if (name.startsWith("POST")) {
                Example example = EXAMPLES.get(name).get(0);
                JsonNode schema =
                    resolved(
                        operation
                            .path("requestBody")
                            .path("content")
                            .path("application/json")
                            .path("schema"));
                Set<String> documented = new TreeSet<>();
                schema.path("properties").fieldNames().forEachRemaining(documented::add);
                ObjectNode sent = json(mapper, example.body());
                Set<String> fields = new TreeSet<>();
                sent.fieldNames().forEachRemaining(fields::add);
                assertThat(fields).as(name).isEqualTo(documented);
                requireSchema(name, schema, sent);
                for (String field : documented) {
                  ObjectNode without = sent.deepCopy().without(field);
                  assertThat(ask(new Example(example.path(), without.toString())).status())
                      .as(name + " without " + field)
                      .isEqualTo(400);
                }
                assertThat(
                        ask(new Example(example.path(), sent.deepCopy().put("x", 1).toString()))
                            .status())
                    .isEqualTo(400);
              }
            });
  }

  @Test
  void everyRouteOfTheApiSaysItsProblemsAndItsToken() {
    operations()
        .forEach(
            (name, operation) -> {
              assertThat(operation.path("summary").textValue()).as(name).isNotBlank();
              if (name.contains(" /v1")) {
                assertThat(operation.path("security").toString())
                    .as(name)
                    .isEqualTo("[{\"token\":[]}]");
                Set<String> statuses = new TreeSet<>();
                operation.path("responses").fieldNames().forEachRemaining(statuses::add);
                assertThat(statuses).as(name).contains("400", "401", "503");
                if (name.startsWith("POST")) {
                  assertThat(statuses).as(name).contains("413", "415");
                }
                for (JsonNode parameter : operation.path("parameters")) {
                  assertThat(parameter.path("description").asText("")).as(name).isNotBlank();
                  assertThat(parameter.at("/schema/type").asText("")).as(name).isNotBlank();
                  requireExample(name, parameter.path("schema"));
                }
                if (name.contains("{")) {
                  assertThat(statuses).as(name).contains("404");
                }
              }
            });
    JsonNode token = document.path("components").path("securitySchemes").path("token");
    assertThat(token.toString()).isEqualTo("{\"type\":\"http\",\"scheme\":\"bearer\"}");
    assertThat(document.path("components").path("schemas").has("Problem")).isTrue();
  }

  /** A client made from the document sends it as it stands; a whole number is a number too. */
  private static void requireExample(String where, JsonNode schema) {
    JsonNode example = schema.path("example");
    String type = schema.path("type").asText();
    if (type.equals("number")) {
      assertThat(example.isNumber() || example.isMissingNode()).as(where + " " + schema).isTrue();
    } else if (!example.isMissingNode()) {
      assertThat(type(example)).as(where + " " + schema).isEqualTo(type);
    }
  }

  @Test
  void aClientsIdIsAWholeNumber() {
    assertThat(document.at("/paths/~1v1~1clients~1{id}/get/parameters/0/schema").toString())
        .isEqualTo("{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":0,\"example\":100002}");
  }

  /** By method and path. */
  private static Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    // It answers no JSON; MetricsTest asks it.
    assertThat(operations.remove("GET /metrics")).isNotNull();
    return operations;
  }

  private static Answer ask(Example example) {
    return example.body().isEmpty()
        ? service.get(example.path())
        : service.post(example.path(), example.body());
  }

  private static ObjectNode json(ObjectMapper mapper, String text) {
    try {
      return (ObjectNode) mapper.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Compares names and types all the way down. */
  private static void requireSchema(String where, JsonNode schema, JsonNode answer) {
    JsonNode resolved = resolved(schema);
    if (answer.isNull()) {
      assertThat(schema.path("nullable").asBoolean()).as(where + " may be null").isTrue();
    } else if (schema.path("additionalProperties").isBoolean()) {
      assertThat(answer.isObject()).as(where).isTrue();
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
      schema
          .path("properties")
          .properties()
          .forEach(
              property -> {
                String only = property.getValue().path("x-only-with").asText("");
                boolean asked = only.isEmpty() || where.contains(only);
                if (asked) {
                  documented.add(property.getKey());
                }
              });
      Set<String> always = new TreeSet<>();
      schema.path("required").forEach(name -> always.add(name.textValue()));
      assertThat(documented).as(where).containsAll(always);
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
