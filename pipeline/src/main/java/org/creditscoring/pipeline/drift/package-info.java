/**
 * How far one population stands from another: clients by bins of each value, and the population
 * stability index; nothing of Spark, files or what is to be done about it.
 */
package org.creditscoring.pipeline.drift;
