package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.creditscoring.pipeline.scoring.ScoredClient;

/** Counts clients anew into published bins, to be held against what was published. */
public final class BinTally {
  private final List<PublishedBins> features;
  private final int[][] counts;

  /**
   * @param features in the order of the vector {@code values}
   */
  public BinTally(List<PublishedBins> features) {
    this.features = List.copyOf(features);
    counts = new int[features.size()][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new int[features.get(i).count() * Group.CODES];
    }
  }

  /**
   * @return the first feature whose bins do not hold the client's value, and the value
   */
  public Optional<String> add(ScoredClient client) {
    byte code = Group.code(client.decision(), client.outcome());
    String outside = null;
    for (int i = 0; i < counts.length; i++) {
      float value = client.values()[i];
      int bin = features.get(i).bin(value);
      if (bin != PublishedBins.NONE) {
        counts[i][bin * Group.CODES + code]++;
      } else if (outside == null) {
        outside = features.get(i).feature() + " = " + value;
      }
    }
    return Optional.ofNullable(outside);
  }

  /** Each bin that does not hold the clients that it is said to hold. */
  public List<String> differences() {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (int bin = 0; bin < features.get(i).count(); bin++) {
        GroupCounts counted = GroupCounts.of(counts[i], bin);
        GroupCounts published = GroupCounts.of(features.get(i).row(bin));
        if (!counted.equals(published)) {
          differences.add(
              "bin %d of %s counts %s, the clients in it are %s"
                  .formatted(bin, features.get(i).feature(), published.words(), counted.words()));
        }
      }
    }
    return differences;
  }
}
