package org.creditscoring.serving.snapshot;

import org.creditscoring.model.snapshot.Manifest;

/** What a kept snapshot says of a client. */
public record PastScore(Manifest snapshot, StoredScore score) {}
