/**
 * The contract of {@code model/SNAPSHOT.md}: names, manifest, identifiers; no reading or writing of
 * Parquet.
 */
package org.creditscoring.model.snapshot;
