package org.creditscoring.pipeline.snapshot;

import java.util.List;

/** The rows of every table that tells of the clients together. */
record Aggregates(
    List<FeatureRow> features,
    List<DistributionRow> distributions,
    List<PositionRow> positions,
    List<ImportanceRow> importance,
    List<PairRow> pairs,
    List<PointRow> points,
    List<CutOffRow> cutOffs) {}
