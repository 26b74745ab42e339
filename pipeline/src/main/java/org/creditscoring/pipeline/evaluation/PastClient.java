package org.creditscoring.pipeline.evaluation;

/**
 * A past client as an evaluation sees it.
 *
 * @param fold that scored it
 * @param outcome 0 or 1
 * @param margin calibrated log-odds, out of fold
 * @param gender code of the raw table, empty when not known or not told apart
 * @param age in years, NaN when not known
 */
public record PastClient(int id, byte fold, byte outcome, float margin, String gender, float age) {}
