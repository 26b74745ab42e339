package org.creditscoring.serving.snapshot;

import org.creditscoring.model.decision.Reason;

/**
 * A reason of a client's decision.
 *
 * @param reason with the contribution of its group, exact to a float
 * @param value of the client, of the feature that speaks for the reason: NaN is missing, a category
 *     is its index
 */
public record ClientReason(Reason reason, float value) {}
