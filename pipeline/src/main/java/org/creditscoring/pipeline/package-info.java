/**
 * The refresh as a whole: its command and the wiring of its stages; the work is in the packages
 * below.
 */
package org.creditscoring.pipeline;
