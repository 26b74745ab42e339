package org.creditscoring.serving.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.serving.audit.Audit;
import org.creditscoring.serving.audit.AuditEntry;
import org.creditscoring.serving.audit.AuditEntry.What;
import org.creditscoring.serving.audit.AuditEntry.Who;
import org.creditscoring.serving.audit.AuditException;
import org.creditscoring.serving.auth.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was asked of the API, and how it was answered, before the answer is sent. Of requests
 * that the gate turned away only so many a sender have a line each; see {@link Floods}.
 */
final class AuditTrail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

  /** Before the name of a token, which no address has in it. */
  private static final String TOKEN = "token ";

  private final Audit audit;
  private final Floods floods = new Floods(System::nanoTime);

  AuditTrail(Observers observers) {
    audit = observers.audit();
    observers
        .metrics()
        .count(
            "credit.audit.summarised",
            "Requests turned away at the gate that share a line of the audit log",
            floods::counted);
  }

  /**
   * @throws ProblemException instead of an answer that would be on no record
   */
  void write(Context context) {
    Exchange exchange = Exchange.of(context);
    summarise(floods.over());
    if (!context.path().startsWith(Route.PREFIX) || exchange.ours()) {
      return;
    }
    if (!exchange.admitted() && !floods.take(sender(context, exchange))) {
      return;
    }
    try {
      audit.write(entry(context, exchange));
    } catch (AuditException e) {
      LOG.atError()
          .addKeyValue("request", exchange.id())
          .setCause(e)
          .log("an answer was held back, for it would be on no record");
      throw ProblemException.unavailable(
          "the audit log cannot be written, and nothing is answered without it");
    }
  }

  /** Puts on record what is only counted so far. */
  @Override
  public void close() {
    summarise(floods.rest());
  }

  /**
   * Without failing the request that happens to come by. After one line that cannot be written the
   * others wait with it: a full disk would be tried in vain for each of them.
   */
  private void summarise(Map<String, Integer> over) {
    Map<String, Integer> left = new HashMap<>(over);
    try {
      for (Map.Entry<String, Integer> each : over.entrySet()) {
        audit.write(AuditEntry.turnedAway(Instant.now(), whoSent(each.getKey()), each.getValue()));
        left.remove(each.getKey());
      }
    } catch (AuditException e) {
      left.forEach(floods::keep);
      LOG.error(
          "requests of {} senders that were turned away are not on record yet, which is tried again in a minute: {}",
          left.size(),
          e.getMessage());
    }
  }

  /** A known token whatever its address, so that it and strangers beside it have lines each. */
  private static String sender(Context context, Exchange exchange) {
    return exchange
        .caller()
        .map(caller -> TOKEN + caller.token())
        .orElseGet(() -> context.req().getRemoteAddr());
  }

  private static Who whoSent(String sender) {
    return sender.startsWith(TOKEN)
        ? new Who(sender.substring(TOKEN.length()), "", "", "")
        : new Who("", "", "", sender);
  }

  private static AuditEntry entry(Context context, Exchange exchange) {
    Optional<Caller> caller = exchange.caller();
    Who who =
        new Who(
            caller.map(Caller::token).orElse(""),
            caller.map(known -> known.role().word()).orElse(""),
            caller.flatMap(Caller::onBehalfOf).orElse(""),
            context.req().getRemoteAddr());
    String query = context.queryString();
    What what =
        new What(
            context.method().name(),
            exchange.route(),
            context.path(),
            query == null ? "" : query,
            exchange.clients());
    return AuditEntry.of(
        Instant.now(), exchange.id(), who, what, context.statusCode(), exchange.snapshot());
  }
}
