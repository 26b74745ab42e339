/**
 * The commands over published snapshots: looked at, verified, compared, published by hand, gone
 * back to, pruned. No Spark starts here.
 */
package org.creditscoring.pipeline.snapshots;
