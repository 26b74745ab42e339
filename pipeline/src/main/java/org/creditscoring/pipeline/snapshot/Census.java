package org.creditscoring.pipeline.snapshot;

import java.util.List;
import org.creditscoring.pipeline.drift.Counted;

/**
 * What the clients are together, as the gates before the publication compare it.
 *
 * @param clients all of them
 * @param values every feature, then every raw input of a row feature, in bins that another
 *     population can be compared in
 * @param score the probability
 * @param furthest greatest distance of a client's margin from base value + contributions, of the
 *     clients as they stand in the files, in log-odds
 * @param pairs of features whose cells were checked to hold every client once
 */
public record Census(
    long clients, List<Counted> values, Counted score, double furthest, int pairs) {}
