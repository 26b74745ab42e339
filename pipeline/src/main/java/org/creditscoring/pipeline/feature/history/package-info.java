/**
 * What the raw tables besides the application tell of a client: each history feature declared once,
 * as people read it and as it is computed from the rows; nothing of the application's own row,
 * nothing of the outcome.
 */
package org.creditscoring.pipeline.feature.history;
