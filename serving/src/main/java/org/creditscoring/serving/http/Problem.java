package org.creditscoring.serving.http;

import io.javalin.openapi.OpenApiDescription;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** What went wrong, as RFC 9457 says it. */
public record Problem(
    @OpenApiDescription("Always about:blank: the status says the kind.") String type,
    String title,
    int status,
    @OpenApiDescription("What to do about it, for a person.") String detail,
    @OpenApiDescription("The path that was asked for.") String instance) {
  public static final String CONTENT_TYPE = "application/problem+json";

  static Problem of(int status, String detail, String path) {
    return new Problem("about:blank", HttpStatus.getMessage(status), status, detail, path);
  }

  /** The same with extension members, which RFC 9457 allows; in the order of JSON. */
  Map<String, Object> with(Map<String, String> members) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", type);
    all.put("title", title);
    all.put("status", status);
    all.put("detail", detail);
    all.put("instance", instance);
    all.putAll(members);
    return all;
  }
}
