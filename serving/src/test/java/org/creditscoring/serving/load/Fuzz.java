package org.creditscoring.serving.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.fixture.TestTokens;

/**
 * Requests made from an OpenAPI document: near enough to right ones to get past the first check,
 * and wrong in each way that its parameters, bodies, headers and methods can be.
 */
final class Fuzz {
  private static final List<String> HOSTILE =
      List.of(
          "",
          "0",
          "-1",
          "1.5",
          "1e9",
          "2147483648",
          "99999999999999999999",
          "NaN",
          "Infinity",
          "null",
          "true",
          "abc",
          " 1",
          "1 ",
          "%",
          "%zz",
          "%00",
          "%0a%0d",
          "%ff",
          "%c0%af",
          "%ed%a0%80",
          "%F0%9F%A6%84",
          "é",
          "'",
          "\"",
          "<script>",
          "../../etc/passwd",
          "..%2f..%2fsecret",
          "${jndi:x}",
          "' OR 1=1 --",
          "a,b,,c",
          ",",
          "&",
          "=",
          "#",
          "+",
          ";",
          "%D9%A1",
          "x".repeat(500),
          "9".repeat(2_000));
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "get");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-8",
          "application/json;charset=latin1",
          "text/plain",
          "application/xml",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "json",
          "",
          "a/b/c",
          "*/*");
  private static final List<String> ODD_HEADERS =
      List.of(
          "X-On-Behalf-Of: anna",
          "Accept-Language: -",
          "Accept-Language: --",
          "X-On-Behalf-Of: <x>",
          "Idempotency-Key: form-1",
          "Idempotency-Key: <x>",
          "Idempotency-Key: a\r\nIdempotency-Key: b",
          "Accept-Language: fr;q=x,,;",
          "Accept-Language: " + "fr,".repeat(300),
          "Accept: text/html",
          "Range: bytes=0-1",
          "If-None-Match: *",
          "Expect: 100-continue",
          "Cookie: a=b",
          "X-Request-Id: a b",
          "Origin: https://evil.example",
          "Accept-Encoding: gzip",
          "Upgrade: h2c",
          "X-HTTP-Method-Override: DELETE",
          "Forwarded: for=x");
  private static final List<String> PATHS =
      List.of(
          "/v1",
          "/v1/",
          "//v1/clients",
          "/v1//clients",
          "/v1/clients/",
          "/v1/clients/%2e%2e",
          "/v1/../v1/snapshot",
          "/v1;x=y/snapshot",
          "/V1/snapshot",
          "/v1/snapshot/%2F",
          "/%00",
          "/v1/clients/100002/nothing",
          "/assets/../secret",
          "/assets/%2e%2e/secret",
          "/docs/",
          "/openapi.json/",
          "/?",
          "/*",
          "/v1/snapshot%20",
          "/v1/clients/100002%3Flang=fr");

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Operation> withBody;
  private final Random random;

  private record Operation(String method, String path, JsonNode node) {}

  /**
   * @param bytes of the whole request
   * @param head whether its answer has no body
   * @param large whether the service may close the connection before it has read everything
   */
  record Request(byte[] bytes, boolean head, boolean large) {
    @Override
    public String toString() {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }
  }

  Fuzz(JsonNode document, long seed) {
    this.document = document;
    random = new Random(seed);
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            operations.add(
                                new Operation(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    operation.getValue()))));
    withBody = operations.stream().filter(each -> each.method().equals("POST")).toList();
  }

  Request next() {
    Operation operation = oneOf(random.nextInt(3) == 0 ? withBody : operations);
    String method = rarely() ? oneOf(METHODS) : operation.method();
    String target = rarely() ? oneOf(PATHS) : path(operation) + query(operation);
    boolean sends = operation.method().equals("POST") ? !rarely() : rarely();
    byte[] body = sends ? body(operation) : new byte[0];
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target.replace(" ", "%20")).append(" HTTP/1.1\r\n");
    head.append("Host: localhost\r\n");
    head.append(rarely() ? "" : "Authorization: Bearer " + token() + "\r\n");
    if (rarely()) {
      head.append(oneOf(ODD_HEADERS)).append("\r\n");
    }
    if (sends || method.equals("POST")) {
      head.append("Content-Type: ")
          .append(rarely() ? oneOf(TYPES) : TYPES.get(0))
          .append("\r\nContent-Length: ")
          .append(body.length)
          .append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Beyond ASCII it goes as UTF-8, as a careless client sends it.
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return new Request(bytes.toByteArray(), method.equals("HEAD"), body.length > 16_384);
  }

  private String path(Operation operation) {
    String path = operation.path();
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (parameter.path("in").asText().equals("path")) {
        String name = parameter.path("name").asText();
        String value =
            rarely()
                ? oneOf(HOSTILE).replace("/", "%2F")
                : name.equals("id")
                    ? oneOf(List.of("100002", "100003", "131071", "7"))
                    : oneOf(List.of("AGE_YEARS", "NAME_EDUCATION_TYPE", "FLAG_OWN_CAR", "X"));
        path = path.replace("{" + name + "}", value);
      }
    }
    return path;
  }

  private String query(Operation operation) {
    List<String> pairs = new ArrayList<>();
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (parameter.path("in").asText().equals("query") && random.nextInt(3) == 0) {
        String name = parameter.path("name").asText();
        pairs.add(name + "=" + value(parameter.path("schema")));
        if (random.nextInt(30) == 0) {
          pairs.add(name + "=" + value(parameter.path("schema")));
        }
      }
    }
    if (random.nextInt(20) == 0) {
      pairs.add(oneOf(HOSTILE) + "=" + oneOf(HOSTILE));
    }
    return pairs.isEmpty() ? "" : "?" + String.join(random.nextInt(50) == 0 ? "&&" : "&", pairs);
  }

  /** Right by its schema more often than not. */
  private String value(JsonNode schema) {
    if (random.nextInt(4) == 0) {
      return oneOf(HOSTILE);
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size())).asText();
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> oneOf(List.of("1", "2", "5", "100", "100002", "600"));
      case "number" -> oneOf(List.of("0", "0.05", "0.5", "1", "10", "11.5"));
      case "boolean" -> oneOf(List.of("true", "false"));
      default ->
          URLEncoder.encode(
              oneOf(
                  List.of(
                      "1",
                      "100",
                      "AGE_YEARS",
                      "AGE_YEARS,AMT_CREDIT",
                      "âge",
                      "id",
                      "-points",
                      "past",
                      "REFUSED",
                      "cut-off",
                      "20261122T193200Z-5f0c9a",
                      "20200101T000000Z-000000",
                      "age")),
              StandardCharsets.UTF_8);
    };
  }

  private byte[] body(Operation operation) {
    List<Supplier<String>> broken =
        List.of(
            () -> "",
            () -> "{",
            () -> "[]",
            () -> "null",
            () -> "\"text\"",
            () -> "{\"ids\":[1],\"ids\":[2]}",
            () -> "{\"ids\":[1]} {\"ids\":[2]}",
            () -> "{\"values\":{\"AMT_CREDIT\":1e999}}",
            () -> "{\"values\":{\"AMT_CREDIT\":NaN}}",
            () -> "[".repeat(5_000),
            () -> "{\"a\":".repeat(2_000),
            () -> "{\"reason\":\"" + "x".repeat(100_000) + "\"}",
            () -> "{\"ids\":" + IntStream.range(0, 1_001).boxed().toList() + "}",
            () -> "\u00ff\u00fe\u0000{");
    JsonNode schema =
        operation
            .node()
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    if (schema.isMissingNode() || random.nextInt(4) == 0) {
      return oneOf(broken).get().getBytes(StandardCharsets.ISO_8859_1);
    }
    return json(schema, 0).getBytes(StandardCharsets.UTF_8);
  }

  /** A value of a schema, wrong in one place now and then. */
  private String json(JsonNode given, int depth) {
    JsonNode schema = resolved(given);
    if (random.nextInt(12) == 0 || depth > 4) {
      return oneOf(List.of("null", "1", "-1", "\"x\"", "[]", "{}", "true", "1e400", "0.1"));
    }
    if (schema.has("enum")) {
      return "\""
          + schema.path("enum").get(random.nextInt(schema.path("enum").size())).asText()
          + "\"";
    }
    return switch (schema.path("type").asText()) {
      case "array" ->
          IntStream.range(0, random.nextInt(4))
              .mapToObj(i -> json(schema.path("items"), depth + 1))
              .collect(Collectors.joining(",", "[", "]"));
      case "integer" -> oneOf(List.of("100002", "100003", "7", "0", "2147483647"));
      case "number" -> oneOf(List.of("0", "0.5", "1000000", "-1", "1e30"));
      case "string" ->
          oneOf(
              List.of(
                  "\"UPHELD\"",
                  "\"20261122T193200Z-5f0c9a\"",
                  "\"20200101T000000Z-000000\"",
                  "\"\"",
                  "\"\\u0000\""));
      case "boolean" -> "true";
      default -> object(schema, depth);
    };
  }

  private String object(JsonNode schema, int depth) {
    List<String> fields = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              if (random.nextInt(12) > 0) {
                fields.add("\"" + field.getKey() + "\":" + json(field.getValue(), depth + 1));
              }
            });
    if (!schema.has("properties")) {
      String name = oneOf(List.of("AMT_CREDIT", "DAYS_BIRTH", "CODE_GENDER", "NOTHING", "é"));
      fields.add(
          "\"" + name + "\":" + oneOf(List.of("1", "-1", "null", "\"x\"", "1e308", "[]", "{}")));
    }
    if (random.nextInt(20) == 0) {
      fields.add("\"unknown\":1");
    }
    return "{" + String.join(",", fields) + "}";
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty()
        ? schema
        : document.path("components").path("schemas").path(reference.replaceAll(".*/", ""));
  }

  private String token() {
    return rarely() ? oneOf(HOSTILE) : TestTokens.secret(oneOf(List.of(Role.values())));
  }

  private boolean rarely() {
    return random.nextInt(12) == 0;
  }

  private <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
