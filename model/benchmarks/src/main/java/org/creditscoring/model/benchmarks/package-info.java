/**
 * Our SHAP against XGBoost's own {@code predContrib}, on trees that XGBoost has trained; nothing
 * that another module would use.
 */
package org.creditscoring.model.benchmarks;
