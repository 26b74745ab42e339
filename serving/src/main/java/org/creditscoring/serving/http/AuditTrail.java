package org.creditscoring.serving.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import org.creditscoring.serving.audit.Audit;
import org.creditscoring.serving.audit.AuditEntry;
import org.creditscoring.serving.audit.AuditEntry.What;
import org.creditscoring.serving.audit.AuditEntry.Who;
import org.creditscoring.serving.audit.AuditException;
import org.creditscoring.serving.auth.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what was asked of the API, and how it was answered, before the answer is sent. */
final class AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

  private final Audit audit;

  AuditTrail(Audit audit) {
    this.audit = audit;
  }

  /**
   * @throws ProblemException instead of an answer that would be on no record
   */
  void write(Context context) {
    Exchange exchange = Exchange.of(context);
    if (!context.path().startsWith(Route.PREFIX) || exchange.ours()) {
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
    return new AuditEntry(
        Instant.now(), exchange.id(), who, what, context.statusCode(), exchange.snapshot());
  }
}
