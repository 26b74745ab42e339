/**
 * Tables that a refresh keeps for the next one, by the fingerprint of all that they were made from;
 * nothing of what they hold.
 */
package org.creditscoring.pipeline.cache;
