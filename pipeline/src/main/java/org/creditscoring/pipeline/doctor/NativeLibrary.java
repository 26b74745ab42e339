package org.creditscoring.pipeline.doctor;

import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.creditscoring.pipeline.run.RootCause;

/** Whether XGBoost's native library loads, which is what libgomp1 is for. */
final class NativeLibrary {
  private static final String WHAT = "xgboost";

  private NativeLibrary() {}

  static List<Finding> findings() {
    try {
      // The smallest thing that only the native library can do.
      new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
      return List.of(Finding.ok(WHAT, "its native library loads, so libgomp1 (OpenMP) is there"));
    } catch (XGBoostError | RuntimeException | Error e) {
      return List.of(
          Finding.bad(
              WHAT,
              "its native library does not load: " + RootCause.of(e),
              "install OpenMP (Debian: apt-get install libgomp1; Fedora: dnf install libgomp); it needs glibc, so not Alpine"));
    }
  }
}
