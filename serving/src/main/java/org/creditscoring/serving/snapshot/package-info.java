/** Reads a published snapshot and proves what it reads; knows nothing of HTTP. */
package org.creditscoring.serving.snapshot;
