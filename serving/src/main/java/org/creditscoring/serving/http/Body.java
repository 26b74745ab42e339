package org.creditscoring.serving.http;

import static org.creditscoring.serving.http.ProblemException.badRequest;
import static org.creditscoring.serving.http.ProblemException.quoted;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The JSON object of a request, checked; every complaint is a 400 that names field and value. */
public final class Body {
  private static final int DEEPEST = 8;
  private static final int LONGEST_NUMBER = 40;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final ObjectNode object;

  private Body(ObjectNode object) {
    this.object = object;
  }

  /**
   * @param fields that it may have, all of which it needs
   */
  static Body of(byte[] bytes, List<String> fields) {
    if (!(parsed(text(bytes)) instanceof ObjectNode object)) {
      throw badRequest("the body must be a JSON object with " + String.join(", ", fields));
    }
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.contains(name)) {
        throw badRequest(
            "unknown field %s in the body; allowed: %s"
                .formatted(quoted(name), String.join(", ", new TreeSet<>(fields))));
      }
    }
    for (String field : fields) {
      if (!object.has(field)) {
        throw badRequest("the body lacks the field " + field);
      }
    }
    return new Body(object);
  }

  /** A text of {@code least} to {@code most} characters that is not blank and can be printed. */
  public String text(String field, int least, int most) {
    JsonNode value = object.get(field);
    String text = value.isTextual() ? value.textValue().strip() : "";
    int length = text.codePointCount(0, text.length());
    if (!value.isTextual() || length < least || length > most || unprintable(text)) {
      throw badRequest(
          "field %s must be a text of %d to %d printable characters, is %s"
              .formatted(field, least, most, shown(value)));
    }
    return text;
  }

  /** One of some words. */
  public String oneOf(String field, List<String> allowed) {
    JsonNode value = object.get(field);
    if (!value.isTextual() || !allowed.contains(value.textValue())) {
      throw badRequest(
          "field %s must be one of %s, is %s"
              .formatted(field, String.join(", ", allowed), shown(value)));
    }
    return value.textValue();
  }

  /** Clients' ids, at least one. */
  public int[] clientIds(String field, int most) {
    JsonNode list = object.get(field);
    if (!list.isArray() || list.isEmpty() || list.size() > most) {
      throw badRequest(
          "field %s must be a list of 1 to %d client ids, is %s"
              .formatted(field, most, list.isArray() ? "a list of " + list.size() : shown(list)));
    }
    int[] ids = new int[list.size()];
    for (int i = 0; i < ids.length; i++) {
      JsonNode id = list.get(i);
      if (!id.isIntegralNumber() || !id.canConvertToInt() || id.intValue() < 0) {
        throw badRequest(
            "%s[%d] must be a whole number from 0 to %d, is %s"
                .formatted(field, i, Integer.MAX_VALUE, shown(id)));
      }
      ids[i] = id.intValue();
    }
    return ids;
  }

  /** An object's fields, up to {@code most}. */
  public Map<String, JsonNode> object(String field, int most) {
    if (!(object.get(field) instanceof ObjectNode inner) || inner.size() > most) {
      throw badRequest(
          "field %s must be an object of up to %d names with their values, is %s"
              .formatted(
                  field,
                  most,
                  object.get(field).isObject()
                      ? "one of " + object.get(field).size()
                      : shown(object.get(field))));
    }
    return inner.properties().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
  }

  /** A JSON value fit to be repeated to whoever sent it. */
  public static String shown(JsonNode value) {
    return value.isTextual() ? quoted(value.textValue()) : quoted(value.toString());
  }

  private static boolean unprintable(String text) {
    return text.codePoints()
        .anyMatch(c -> c != '\n' && (Character.isISOControl(c) || !Character.isDefined(c)));
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw badRequest("the body is not UTF-8");
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw badRequest(
          e.getLocation() == null
              ? "the body is not JSON that is read here: it is nested too deep or a number is too"
                  + " long"
              : "the body is not JSON: line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }
}
