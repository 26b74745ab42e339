package org.creditscoring.pipeline.training;

/**
 * How the model of one fold is trained, chosen on the other folds alone.
 *
 * @param rounds trees
 * @param columns places of its features among the values of a client, rising
 */
record FoldPlan(int rounds, int[] columns) {}
