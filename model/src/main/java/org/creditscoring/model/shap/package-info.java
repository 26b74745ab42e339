/**
 * Exact path-dependent SHAP contributions and raw margins of a tree ensemble; calibration, names of
 * features and words do not live here.
 */
package org.creditscoring.model.shap;
