package org.creditscoring.pipeline.snapshot;

import java.util.List;
import java.util.Optional;

/** The rows of every table that tells of the clients together, and what gates ask of them. */
record Aggregates(
    List<FeatureRow> features,
    List<DistributionRow> distributions,
    List<PositionRow> positions,
    List<ImportanceRow> importance,
    List<PairRow> pairs,
    List<PointRow> points,
    List<CutOffRow> cutOffs,
    Optional<Census> census) {}
