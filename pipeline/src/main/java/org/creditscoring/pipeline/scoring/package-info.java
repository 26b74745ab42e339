/** From a client's values to margin, decision, contributions and reasons; nothing of files. */
package org.creditscoring.pipeline.scoring;
