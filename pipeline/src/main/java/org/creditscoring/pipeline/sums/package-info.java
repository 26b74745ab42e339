/** Sums that do not depend on the order of their addends; nothing of what is added. */
package org.creditscoring.pipeline.sums;
