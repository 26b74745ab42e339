/**
 * From scored clients to a published snapshot, as {@code model/SNAPSHOT.md} says; nothing of how
 * clients are scored.
 */
package org.creditscoring.pipeline.snapshot;
