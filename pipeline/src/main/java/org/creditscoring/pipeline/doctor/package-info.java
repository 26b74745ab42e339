/**
 * What {@code ./credit doctor} knows of the batch: whether a refresh would find what it needs. It
 * changes nothing; serving and notebooks tell of themselves, and the launcher puts it together.
 */
package org.creditscoring.pipeline.doctor;
