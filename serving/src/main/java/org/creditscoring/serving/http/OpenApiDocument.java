package org.creditscoring.serving.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The document that the annotation processor writes at compile time, with what routes share: the
 * token, the language, what their paths name, and the problems that any of them may answer.
 */
public final class OpenApiDocument {
  /** Marks a field that is answered only to the query parameter that the mark names. */
  public static final String ONLY_WITH = "x-only-with";

  private static final Map<String, String> SHARED_PROBLEMS =
      Map.of(
          "400", "A parameter is unknown, or its value out of range",
          "401", "No token, or a wrong one",
          "403", "The token's role is not enough, or it may not act for an analyst",
          "429", "The token has used up its share of this second",
          "503", "No snapshot can be served at this moment");

  private static final Map<String, String> BODY_PROBLEMS =
      Map.of(
          "413", "The body is too large",
          "415", "The body is not application/json");

  /** What a path may name, in its braces. */
  private record Named(String name, String description, Consumer<ObjectNode> schema) {
    String inPath() {
      return "{" + name + "}";
    }
  }

  private static final List<Named> NAMED =
      List.of(
          new Named(
              "id",
              "The client's id, SK_ID_CURR.",
              schema ->
                  schema
                      .put("type", "integer")
                      .put("format", "int32")
                      .put("minimum", 0)
                      .put("example", 100_002)),
          new Named(
              "name",
              "A name of /v1/features.",
              schema -> schema.put("type", "string").put("example", "AGE_YEARS")));

  private static final Set<String> NUMBERS = Set.of("integer", "number");

  private static final String NOT_THERE = "There is no such client, feature or snapshot";

  private OpenApiDocument() {}

  /**
   * @param routes that are served; what they share is added to what they say of themselves
   */
  static byte[] of(byte[] compiled, List<Route> routes) {
    try {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode document = (ObjectNode) mapper.readTree(compiled);
      describe(document);
      for (Route route : routes) {
        String method = route.method().name().toLowerCase(Locale.ROOT);
        if (Route.asksForToken(route.path())
            && document.path("paths").path(route.path()).path(method)
                instanceof ObjectNode operation) {
          operation.path("parameters").forEach(OpenApiDocument::typeExample);
          share(operation, route);
        }
      }
      return mapper.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(ObjectNode document) {
    document
        .putObject("info")
        .put("title", "credit-scoring")
        .put("version", "1")
        .put(
            "description",
            "Decisions on credit, why, and how a client compares, by client id, from the newest"
                + " snapshot. Contributions are in calibrated log-odds; a positive one raises the"
                + " risk.");
    ObjectNode components = document.withObject("/components");
    components.path("schemas").forEach(schema -> complete((ObjectNode) schema));
    components
        .withObject("/securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer");
  }

  /**
   * Every field that is not marked otherwise is in every answer; one that Java calls an Object is a
   * number or a text.
   */
  private static void complete(ObjectNode schema) {
    if (!schema.has("properties")) {
      return;
    }
    ArrayNode required = schema.putArray("required");
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              ObjectNode type = (ObjectNode) property.getValue();
              if (!type.has(ONLY_WITH)) {
                required.add(property.getKey());
              }
              if (type.path("type").asText().equals("object")
                  && type.path("nullable").asBoolean()) {
                numberOrText(type);
              }
              if (type.path("additionalProperties").path("type").asText().equals("object")) {
                ofAnything(type);
              }
            });
  }

  /** A map is one of values; one that may be null is a document of its own, told elsewhere. */
  private static void ofAnything(ObjectNode map) {
    if (map.path("nullable").asBoolean()) {
      map.put("additionalProperties", true);
    } else {
      numberOrText(map.putObject("additionalProperties").put("nullable", true));
    }
  }

  private static void numberOrText(ObjectNode type) {
    type.remove("type");
    ArrayNode alternatives = type.putArray("oneOf");
    alternatives.addObject().put("type", "number");
    alternatives.addObject().put("type", "string");
  }

  /** An annotation can write an example as a text only. */
  private static void typeExample(JsonNode parameter) {
    if (parameter.path("schema") instanceof ObjectNode schema
        && schema.path("example").isTextual()
        && NUMBERS.contains(schema.path("type").asText())) {
      schema.put("example", new BigDecimal(schema.path("example").textValue()));
    }
  }

  private static void share(ObjectNode operation, Route route) {
    operation.putArray("security").addObject().putArray("token");
    SHARED_PROBLEMS.forEach((status, description) -> problem(operation, status, description));
    if (!route.path().startsWith(Route.PREFIX)) {
      return;
    }
    for (Named named : NAMED) {
      if (route.path().contains(named.inPath())) {
        name(operation, named);
      }
    }
    parameter(
            operation,
            Request.LANG,
            "Language of the texts, en or fr; else Accept-Language, else English.")
        .putArray("enum")
        .add("en")
        .add("fr");
    if (route.parameters().contains(Request.SNAPSHOT)) {
      parameter(
              operation,
              Request.SNAPSHOT,
              "Id of a kept snapshot, to be answered as of it; the newest unless said.")
          .put("pattern", "^\\d{8}T\\d{6}Z-[0-9a-f]{6}$");
      problem(operation, "404", NOT_THERE);
      problem(operation, "410", "The snapshot cannot be read any more");
    }
    if (route.method() == Route.Method.POST) {
      BODY_PROBLEMS.forEach((status, description) -> problem(operation, status, description));
    }
  }

  /** The annotations name it alone. */
  private static void name(ObjectNode operation, Named named) {
    for (JsonNode each : operation.path("parameters")) {
      if (each.path("name").asText().equals(named.name()) && each instanceof ObjectNode parameter) {
        parameter.put("description", named.description());
        named.schema().accept(parameter.putObject("schema"));
      }
    }
    problem(operation, "404", NOT_THERE);
  }

  private static ObjectNode parameter(ObjectNode operation, String name, String description) {
    ObjectNode parameter = operation.withArray("/parameters").addObject();
    parameter.put("name", name).put("in", "query").put("description", description);
    return parameter.putObject("schema").put("type", "string");
  }

  private static void problem(ObjectNode operation, String status, String description) {
    operation
        .withObject("/responses")
        .putObject(status)
        .put("description", description)
        .putObject("content")
        .putObject(Problem.CONTENT_TYPE)
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
  }
}
