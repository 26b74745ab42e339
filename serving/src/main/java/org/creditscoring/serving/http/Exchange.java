package org.creditscoring.serving.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.creditscoring.serving.auth.Caller;
import org.creditscoring.serving.json.JsonBuffer;

/** What is known of one request beside its parameters, from its first filter to its audit line. */
final class Exchange {
  static final String KEY = Exchange.class.getName();
  private static final int[] NOBODY = {};

  private final String id;
  private Optional<Caller> caller = Optional.empty();
  private String route = "";
  private int[] clients = NOBODY;
  private String snapshot = "";
  private Optional<JsonBuffer> answer = Optional.empty();
  private boolean ours;
  private boolean admitted;
  private boolean bodyRead;

  Exchange(String id) {
    this.id = id;
  }

  static Exchange of(Context context) {
    return context.attribute(KEY);
  }

  /** Goes with the answer, its log lines and its audit line. */
  String id() {
    return id;
  }

  /** Whose token it came with, where that is a known one; it may have been refused. */
  Optional<Caller> caller() {
    return caller;
  }

  void caller(Caller known) {
    caller = Optional.of(known);
  }

  /** Whether it got past the gate. */
  boolean admitted() {
    return admitted;
  }

  void admit() {
    admitted = true;
  }

  /** Whether nothing of its body is still to come. */
  boolean bodyRead() {
    return bodyRead;
  }

  void markBodyRead() {
    bodyRead = true;
  }

  /** Whether the service asks itself, which nobody needs a record of. */
  boolean ours() {
    return ours;
  }

  void markOurs() {
    ours = true;
  }

  /** The path with its parameters in braces; empty when no route has been found. */
  String route() {
    return route;
  }

  void route(String path) {
    route = path;
  }

  /** The clients that were asked about. */
  int[] clients() {
    return clients;
  }

  void clients(int... ids) {
    clients = ids.clone();
  }

  /** The snapshot that the answer was read from; empty for none. */
  String snapshot() {
    return snapshot;
  }

  void snapshot(String snapshotId) {
    snapshot = snapshotId;
  }

  /** What is sent as soon as it is on record; empty where Javalin has the answer. */
  Optional<JsonBuffer> answer() {
    return answer;
  }

  void answer(JsonBuffer json) {
    answer = Optional.of(json);
  }
}
