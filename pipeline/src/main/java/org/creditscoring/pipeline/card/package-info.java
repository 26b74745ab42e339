/** A model's card as a page for people; what stands on it is measured elsewhere. */
package org.creditscoring.pipeline.card;
