/**
 * What the model reads and people see of a client: features, their words, their catalogue; nothing
 * of how they are scored.
 */
package org.creditscoring.model.feature;
