package org.creditscoring.pipeline.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What made a model, for its provenance. */
final class Versions {
  private static final String XGBOOST = "/xgboost4j-version.properties";

  private Versions() {}

  /** Versions of this code, Spark, XGBoost and Java. */
  static Map<String, String> of(String spark) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put(
        "credit-scoring",
        Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
            .orElse("development"));
    versions.put("spark", spark);
    versions.put("xgboost", xgboost());
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  private static String xgboost() {
    try (InputStream in = Versions.class.getResourceAsStream(XGBOOST)) {
      if (in == null) {
        return "unknown";
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf('=') + 1).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
