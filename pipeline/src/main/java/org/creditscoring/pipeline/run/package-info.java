/**
 * How a refresh is set, locked, told and ended: settings, Spark session, progress, errors for
 * people; nothing of what it computes.
 */
package org.creditscoring.pipeline.run;
