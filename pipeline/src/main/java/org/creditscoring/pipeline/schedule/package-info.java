/**
 * When a refresh is due, and what became of each due time. Nothing here knows Spark: a refresh is
 * another process, whose end, however bad, the scheduler outlives.
 */
package org.creditscoring.pipeline.schedule;
