package org.creditscoring.serving.snapshot;

import java.util.Optional;
import org.creditscoring.model.snapshot.Manifest;

/**
 * A snapshot in the directory, as far as its manifest and the sizes of its files tell.
 *
 * @param manifest empty when it cannot be read
 * @param problem why it cannot be served, fit for a client of the API; empty for none
 */
public record KeptSnapshot(
    String id, Optional<Manifest> manifest, boolean current, String problem) {}
