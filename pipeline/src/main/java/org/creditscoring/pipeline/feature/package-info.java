/**
 * From application rows to the vector {@code values} of each client, as the catalogue orders it;
 * nothing of training or scoring.
 */
package org.creditscoring.pipeline.feature;
