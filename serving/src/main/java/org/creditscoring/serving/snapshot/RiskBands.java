package org.creditscoring.serving.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What became of past clients of a like probability: ten bands that hold as many past clients each,
 * ties kept together, each with its observed default rate.
 */
public final class RiskBands {
  private static final int BANDS = 10;

  private final List<Band> bands;

  /**
   * @param lower probability, included
   * @param upper probability, excluded but in the last band
   * @param defaultRate share of the band's past clients who had difficulties, 0 to 1
   * @param clients past clients in the band
   */
  public record Band(double lower, double upper, double defaultRate, int clients) {}

  private RiskBands(List<Band> bands) {
    this.bands = bands;
  }

  static RiskBands of(Scores scores) {
    float[] probabilities = new float[scores.size()];
    int past = 0;
    for (int row = 0; row < scores.size(); row++) {
      if (scores.outcomes[row] >= 0) {
        probabilities[past++] = scores.probabilities[row];
      }
    }
    Arrays.sort(probabilities, 0, past);
    List<Float> lowers = new ArrayList<>(List.of(0f));
    for (int band = 1; band < BANDS; band++) {
      float lower = past == 0 ? 0 : probabilities[(int) ((long) past * band / BANDS)];
      if (past > 0 && lower > probabilities[0] && lower > lowers.get(lowers.size() - 1)) {
        lowers.add(lower);
      }
    }
    return past == 0 ? new RiskBands(List.of()) : new RiskBands(counted(scores, lowers));
  }

  /** The band of a probability; empty when there are no past clients. */
  public Optional<Band> of(float probability) {
    Optional<Band> found = Optional.empty();
    for (Band band : bands) {
      if (probability >= band.lower()) {
        found = Optional.of(band);
      }
    }
    return found;
  }

  private static List<Band> counted(Scores scores, List<Float> lowers) {
    int[] clients = new int[lowers.size()];
    int[] defaults = new int[lowers.size()];
    for (int row = 0; row < scores.size(); row++) {
      if (scores.outcomes[row] >= 0) {
        int band = band(lowers, scores.probabilities[row]);
        clients[band]++;
        defaults[band] += scores.outcomes[row];
      }
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < clients.length; i++) {
      double upper = i + 1 < clients.length ? lowers.get(i + 1) : 1;
      bands.add(new Band(lowers.get(i), upper, (double) defaults[i] / clients[i], clients[i]));
    }
    return bands;
  }

  private static int band(List<Float> lowers, float probability) {
    int band = lowers.size() - 1;
    while (probability < lowers.get(band)) {
      band--;
    }
    return band;
  }
}
