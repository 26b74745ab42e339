/** What is known of a trained model: its figures out of fold, its calibration, its provenance. */
package org.creditscoring.model.card;
