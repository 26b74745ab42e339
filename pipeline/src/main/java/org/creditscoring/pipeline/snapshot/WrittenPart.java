package org.creditscoring.pipeline.snapshot;

/**
 * A file of clients that a task has written.
 *
 * @param part number of the range of ids
 * @param file its name, which no other attempt has
 */
public record WrittenPart(int part, String file) {}
