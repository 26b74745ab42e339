/** Measures the service beside what it stands on; nothing depends on it. */
package org.creditscoring.serving.benchmarks;
