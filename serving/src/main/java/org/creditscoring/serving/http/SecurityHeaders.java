package org.creditscoring.serving.http;

import java.util.Map;

/** The headers that every answer carries, Jetty's own errors included. */
final class SecurityHeaders {
  static final String CSP = "Content-Security-Policy";

  /** Nothing of an answer is a page, so nothing may be loaded from it. */
  static final Map<String, String> ALL =
      Map.of(
          CSP,
          "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private SecurityHeaders() {}
}
