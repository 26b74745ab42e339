package org.creditscoring.pipeline.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.RootCause;

/** Everything that a refresh needs, looked at one after the other. */
final class Examination {
  private final PipelineSettings settings;
  private final String jvm;
  private final Instant now;

  /**
   * @param jvm options of the refresh's JVM
   */
  Examination(PipelineSettings settings, String jvm, Instant now) {
    this.settings = settings;
    this.jvm = jvm;
    this.now = now;
  }

  /** What was found; what fails in looking is a finding too. */
  List<Finding> findings() {
    RawTables raw = new RawTables(settings.raw());
    List<Finding> findings = new ArrayList<>();
    findings.addAll(looked("xgboost", NativeLibrary::findings));
    findings.addAll(looked("memory", () -> Memory.findings(jvm, Memory.ofThisMachine())));
    findings.addAll(looked("rights", () -> Directories.rights(settings)));
    findings.addAll(looked("raw tables", raw::findings));
    findings.addAll(looked("disk", () -> new DiskSpace(settings, raw).findings()));
    findings.addAll(looked("model", () -> Models.findings(settings.models(), raw)));
    findings.addAll(
        looked("snapshot", () -> new PublishedState(settings.snapshots(), now).findings()));
    return findings;
  }

  private static List<Finding> looked(String what, Supplier<List<Finding>> at) {
    try {
      return at.get();
    } catch (RuntimeException | Error e) {
      return List.of(
          Finding.bad(
              what, "cannot be examined: " + RootCause.of(e), "mend that, or tell us of it"));
    }
  }
}
