package org.creditscoring.model.shap;

/**
 * One row explained: bias + Σ contributions = margin.
 *
 * @param bias the explainer's bias, log-odds
 * @param margin raw margin, log-odds
 * @param contributions one per feature, log-odds
 */
public record Explanation(double bias, double margin, float[] contributions) {}
