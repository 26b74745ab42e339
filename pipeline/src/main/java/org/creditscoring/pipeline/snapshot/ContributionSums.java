package org.creditscoring.pipeline.snapshot;

import java.io.Serializable;
import org.creditscoring.pipeline.sums.ExactSums;

/** How much features and reason groups moved the margins of some clients. */
final class ContributionSums implements Serializable {
  private static final long serialVersionUID = 1;

  private final Shape shape;

  /** Σ |contribution| by feature. */
  private final ExactSums features;

  /** Σ |Σ contribution| by reason group. */
  private final ExactSums groups;

  private long clients;

  ContributionSums(Shape shape) {
    this.shape = shape;
    features = new ExactSums(shape.features());
    groups = new ExactSums(shape.groups().size());
  }

  void add(float[] contributions) {
    clients++;
    double[] signed = new double[shape.groups().size()];
    for (int i = 0; i < contributions.length; i++) {
      features.add(i, Math.abs(contributions[i]));
      signed[shape.groupOf()[i]] += contributions[i];
    }
    for (int group = 0; group < signed.length; group++) {
      groups.add(group, Math.abs(signed[group]));
    }
  }

  void add(ContributionSums other) {
    clients += other.clients;
    features.add(other.features);
    groups.add(other.groups);
  }

  /** Mean over the clients, of which there is at least one. */
  double ofFeature(int feature) {
    return features.mean(feature, clients);
  }

  /** Mean over the clients, of which there is at least one. */
  double ofGroup(int group) {
    return groups.mean(group, clients);
  }
}
