package org.creditscoring.pipeline.drift;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;

/**
 * How one value is spread over the clients of a population, past and current ones apart.
 *
 * @param name of the feature, or of the score
 * @param edges of a number's bins, see {@link Cuts}
 * @param codes of a category's or flag's bins, in their order; empty for a number
 * @param past clients of known outcome in each bin, the missing last
 * @param current clients of unknown outcome, likewise
 * @param meanPast over those in whom the value is known; NaN for a category, or if there are none
 * @param meanCurrent likewise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Counted(
    String name,
    double[] edges,
    List<String> codes,
    long[] past,
    long[] current,
    double meanPast,
    double meanCurrent) {
  private static final List<String> NO_AND_YES = List.of("0", "1");

  /**
   * @throws IllegalArgumentException if the bins are not as many as edges or codes say
   */
  public Counted {
    codes = List.copyOf(codes);
    int bins = codes.isEmpty() ? edges.length + 2 : codes.size() + 1;
    if (past.length != bins || current.length != bins) {
      throw new IllegalArgumentException(
          name + " has " + past.length + " and " + current.length + " bins for " + bins);
    }
  }

  /** What the bins of a category or flag stand for; none for a number. */
  public static List<String> codes(Feature feature) {
    return switch (feature.kind()) {
      case NUMBER -> List.of();
      case CATEGORY -> feature.categories().stream().map(Category::code).toList();
      case FLAG -> NO_AND_YES;
    };
  }

  /** Clients in each bin, the missing last. */
  public long[] bins(ClientKind kind) {
    return kind == ClientKind.PAST ? past : current;
  }

  public double mean(ClientKind kind) {
    return kind == ClientKind.PAST ? meanPast : meanCurrent;
  }

  public long clients(ClientKind kind) {
    return Arrays.stream(bins(kind)).sum();
  }

  /** Clients in whom it is known. */
  public long known(ClientKind kind) {
    return clients(kind) - missing(kind);
  }

  /** 0 to 1; NaN without clients. */
  public double missingShare(ClientKind kind) {
    return (double) missing(kind) / clients(kind);
  }

  private long missing(ClientKind kind) {
    long[] bins = bins(kind);
    return bins[bins.length - 1];
  }

  /** Whether the bins of this one can be those of the other: both numbers, or both of codes. */
  boolean alike(Counted other) {
    return codes.isEmpty() == other.codes.isEmpty();
  }

  /**
   * The clients in the bins of another, and before the missing in one more for codes that the other
   * does not know. A bin in which an edge of the other lies is counted where it begins, so they are
   * exact if its edges are among these.
   */
  long[] in(Counted other, ClientKind kind) {
    long[] own = bins(kind);
    long[] result = new long[other.past.length + 1];
    for (int bin = 0; bin < own.length - 1; bin++) {
      result[other.place(this, bin)] += own[bin];
    }
    result[result.length - 1] = own[own.length - 1];
    return result;
  }

  private int place(Counted from, int bin) {
    if (codes.isEmpty()) {
      return bin == 0 ? 0 : Cuts.above(edges, from.edges[bin - 1]);
    }
    int place = codes.indexOf(from.codes.get(bin));
    return place < 0 ? codes.size() : place;
  }
}
