/**
 * How good margins are against outcomes: figures, curves, intervals; nothing of Spark, trees or
 * files.
 */
package org.creditscoring.pipeline.evaluation;
