/** What the service measures of itself, for Prometheus; no client's data. */
package org.creditscoring.serving.metrics;
