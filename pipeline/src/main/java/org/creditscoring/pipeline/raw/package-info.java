/**
 * The raw tables as files: found, checked, parsed, their bad rows set aside; nothing of features.
 */
package org.creditscoring.pipeline.raw;
