package org.creditscoring.serving.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An entry as one line of JSON; what is empty is left out. */
final class AuditLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_BYTES = 320;

  /** A caller may send as much as a request line holds; more than this tells nobody more. */
  private static final int LONGEST = 1_024;

  private AuditLine() {}

  /** UTF-8, ending in a line feed, which stands nowhere else in it. */
  static byte[] of(AuditEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("at", entry.at().toString());
      text(json, "request", entry.request());
      text(json, "token", entry.who().token());
      text(json, "role", entry.who().role());
      text(json, "analyst", entry.who().analyst());
      text(json, "address", entry.who().address());
      text(json, "method", entry.what().method());
      text(json, "route", entry.what().route());
      text(json, "path", entry.what().path());
      text(json, "query", entry.what().query());
      if (entry.what().clients().length > 0) {
        json.writeFieldName("clients");
        json.writeArray(entry.what().clients(), 0, entry.what().clients().length);
      }
      number(json, "status", entry.status());
      text(json, "snapshot", entry.snapshot());
      number(json, "more", entry.more());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes everything", e);
    }
    return bytes.toByteArray();
  }

  private static void number(JsonGenerator json, String name, int value) throws IOException {
    if (value != 0) {
      json.writeNumberField(name, value);
    }
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(
          name, value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…");
    }
  }
}
