package org.creditscoring.serving.http;

import org.creditscoring.serving.audit.Audit;
import org.creditscoring.serving.metrics.Metrics;

/** Who is told of each request. */
public record Observers(Audit audit, Metrics metrics) {}
