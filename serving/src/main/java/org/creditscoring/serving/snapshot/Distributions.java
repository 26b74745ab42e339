package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.model.snapshot.Manifest;

/** {@code distributions.parquet}: one histogram a feature. */
public final class Distributions {
  private static final List<String> COLUMNS =
      List.of(
          "feature",
          "bin",
          "kind",
          "lower",
          "upper",
          "category",
          "all",
          "accepted",
          "refused",
          "repaid",
          "defaulted",
          "unknown");

  private static final List<String> LATER = List.of("meanContribution", "sdContribution");

  private final Map<String, Distribution> byFeature;

  private Distributions(Map<String, Distribution> byFeature) {
    this.byFeature = byFeature;
  }

  /**
   * @param steps of numbers, by name; none of a snapshot that is older than they are
   * @throws IllegalArgumentException if a feature has none, or one does not count every client
   */
  static Distributions read(Path file, Map<String, Steps> steps, Manifest manifest)
      throws IOException {
    Map<String, List<Bin>> bins = new LinkedHashMap<>();
    for (TableRow row : Table.read(file, COLUMNS, LATER)) {
      List<Bin> own = bins.computeIfAbsent(row.text("feature"), name -> new ArrayList<>());
      if (row.whole("bin") != own.size()) {
        throw new IllegalArgumentException(
            row.text("feature") + " has bin " + row.whole("bin") + " in place " + own.size());
      }
      own.add(bin(row));
    }
    Map<String, Distribution> byFeature = new LinkedHashMap<>();
    bins.forEach(
        (name, own) ->
            byFeature.put(
                name,
                checked(name, own, steps.getOrDefault(name, Steps.NONE), manifest.clients())));
    for (String feature : manifest.features()) {
      if (!byFeature.containsKey(feature)) {
        throw new IllegalArgumentException(feature + " has no distribution");
      }
    }
    return new Distributions(byFeature);
  }

  public Optional<Distribution> of(String feature) {
    return Optional.ofNullable(byFeature.get(feature));
  }

  private static Distribution checked(String feature, List<Bin> bins, Steps steps, int clients) {
    Distribution distribution = new Distribution(bins, steps);
    if (distribution.total() != clients) {
      throw new IllegalArgumentException(
          feature + " counts " + distribution.total() + " clients of " + clients);
    }
    return distribution;
  }

  private static Bin bin(TableRow row) {
    return new Bin(
        BinKind.of(row.text("kind")),
        row.number("lower"),
        row.number("upper"),
        row.whole("category"),
        new Bin.Counts(
            row.whole("all"),
            row.whole("accepted"),
            row.whole("refused"),
            row.whole("repaid"),
            row.whole("defaulted"),
            row.whole("unknown")),
        new Bin.Contribution(
            row.numberIfThere("meanContribution"), row.numberIfThere("sdContribution")));
  }
}
