package org.creditscoring.serving.audit;

import java.nio.charset.StandardCharsets;
import org.creditscoring.serving.json.JsonBuffer;

/** An entry as one line of JSON; what is empty is left out. */
final class AuditLine {
  private static final byte[] AT = bytes("{\"at\":");
  private static final byte[] REQUEST = bytes(",\"request\":");
  private static final byte[] TOKEN = bytes(",\"token\":");
  private static final byte[] ROLE = bytes(",\"role\":");
  private static final byte[] ANALYST = bytes(",\"analyst\":");
  private static final byte[] ADDRESS = bytes(",\"address\":");
  private static final byte[] METHOD = bytes(",\"method\":");
  private static final byte[] ROUTE = bytes(",\"route\":");
  private static final byte[] PATH = bytes(",\"path\":");
  private static final byte[] QUERY = bytes(",\"query\":");
  private static final byte[] CLIENTS = bytes(",\"clients\":[");
  private static final byte[] STATUS = bytes(",\"status\":");
  private static final byte[] SNAPSHOT = bytes(",\"snapshot\":");
  private static final byte[] MORE = bytes(",\"more\":");
  private static final int USUAL_BYTES = 512;

  /** A caller may send as much as a request line holds; more than this tells nobody more. */
  private static final int LONGEST = 1_024;

  private AuditLine() {}

  /** UTF-8, ending in a line feed, which stands nowhere else in it. */
  static byte[] of(AuditEntry entry) {
    JsonBuffer json = new JsonBuffer(USUAL_BYTES);
    json.raw(AT).text(entry.at().toString());
    text(json, REQUEST, entry.request());
    text(json, TOKEN, entry.who().token());
    text(json, ROLE, entry.who().role());
    text(json, ANALYST, entry.who().analyst());
    text(json, ADDRESS, entry.who().address());
    text(json, METHOD, entry.what().method());
    text(json, ROUTE, entry.what().route());
    text(json, PATH, entry.what().path());
    text(json, QUERY, entry.what().query());
    clients(json, entry.what().clients());
    number(json, STATUS, entry.status());
    text(json, SNAPSHOT, entry.snapshot());
    number(json, MORE, entry.more());
    return json.raw('}').raw('\n').toBytes();
  }

  private static void clients(JsonBuffer json, int[] ids) {
    if (ids.length == 0) {
      return;
    }
    json.raw(CLIENTS).number(ids[0]);
    for (int i = 1; i < ids.length; i++) {
      json.raw(',').number(ids[i]);
    }
    json.raw(']');
  }

  private static void number(JsonBuffer json, byte[] name, int value) {
    if (value != 0) {
      json.raw(name).number(value);
    }
  }

  private static void text(JsonBuffer json, byte[] name, String value) {
    if (!value.isEmpty()) {
      json.raw(name).text(value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…");
    }
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.US_ASCII);
  }
}
