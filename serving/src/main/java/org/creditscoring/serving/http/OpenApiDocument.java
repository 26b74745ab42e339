package org.creditscoring.serving.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The document that the annotation processor writes at compile time, with what all routes share:
 * the token, the language and the problems that any of them may answer.
 */
final class OpenApiDocument {
  private static final Map<String, String> SHARED_PROBLEMS =
      Map.of(
          "400", "A parameter is unknown, or its value out of range",
          "401", "No token, or a wrong one",
          "503", "No snapshot can be served at this moment");

  private OpenApiDocument() {}

  static byte[] of(byte[] compiled) {
    try {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode document = (ObjectNode) mapper.readTree(compiled);
      describe(document);
      document
          .path("paths")
          .properties()
          .forEach(
              path -> {
                if (Route.asksForToken(path.getKey())) {
                  path.getValue().forEach(operation -> share((ObjectNode) operation));
                }
              });
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

  /** Every field is in every answer; one that Java calls an Object is a number or a text. */
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
              required.add(property.getKey());
              ObjectNode type = (ObjectNode) property.getValue();
              if (type.path("type").asText().equals("object")
                  && type.path("nullable").asBoolean()) {
                type.remove("type");
                ArrayNode alternatives = type.putArray("oneOf");
                alternatives.addObject().put("type", "number");
                alternatives.addObject().put("type", "string");
              }
            });
  }

  private static void share(ObjectNode operation) {
    operation.putArray("security").addObject().putArray("token");
    ObjectNode language = operation.withArray("/parameters").addObject();
    language
        .put("name", Request.LANG)
        .put("in", "query")
        .put("description", "Language of the texts; else Accept-Language, else English.");
    language.putObject("schema").put("type", "string").putArray("enum").add("en").add("fr");
    SHARED_PROBLEMS.forEach(
        (status, description) ->
            operation
                .withObject("/responses")
                .putObject(status)
                .put("description", description)
                .putObject("content")
                .putObject(Problem.CONTENT_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem"));
  }
}
