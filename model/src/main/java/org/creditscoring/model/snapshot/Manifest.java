package org.creditscoring.model.snapshot;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/** What a snapshot says of itself; the field names are the contract. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    int formatVersion,
    String snapshotId,
    String createdAt,
    String modelId,
    int clients,
    boolean synthetic,
    double cutOff,
    List<String> features,
    List<String> inputs,
    List<String> forbidden,
    List<Fold> folds,
    List<String> absentTables,
    Map<String, Long> setAside,
    String dataFingerprint,
    List<FileEntry> files) {

  /** One fold model of the snapshot; {@code fold} −1 is the mean of all. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Fold(int fold, double baseValue, double slope, double intercept, int clients) {}

  /** One file of the snapshot, by its path within it with forward slashes. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record FileEntry(String path, long bytes, String sha256) {}

  /**
   * @throws IllegalArgumentException if a field that the contract requires is missing or impossible
   */
  public Manifest {
    if (formatVersion != Layout.FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "snapshot format "
              + formatVersion
              + " is not format "
              + Layout.FORMAT_VERSION
              + ", the one that this version reads");
    }
    if (snapshotId == null || !SnapshotId.valid(snapshotId)) {
      throw new IllegalArgumentException("manifest has no valid snapshotId: " + snapshotId);
    }
    if (clients < 1) {
      throw new IllegalArgumentException("manifest counts " + clients + " clients");
    }
    features = required("features", features);
    folds = required("folds", folds);
    files = required("files", files);
    inputs = optional(inputs);
    forbidden = optional(forbidden);
    absentTables = optional(absentTables);
    setAside = setAside == null ? Map.of() : Map.copyOf(setAside);
  }

  /** Length of the vector {@code values}. */
  public int valueCount() {
    return features.size() + inputs.size() + forbidden.size();
  }

  private static <T> List<T> required(String field, List<T> list) {
    if (list == null || list.isEmpty()) {
      throw new IllegalArgumentException("manifest lists no " + field);
    }
    return List.copyOf(list);
  }

  private static <T> List<T> optional(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
