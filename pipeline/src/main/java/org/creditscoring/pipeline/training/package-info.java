/**
 * From the values of past clients to a cross-fitted, calibrated, measured model and its directory;
 * nothing of decisions on clients.
 */
package org.creditscoring.pipeline.training;
